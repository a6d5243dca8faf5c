import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SharedStateDriver } from './shared-state.ts';

/** What every driver of the shared state must do; called inside a `describe` of the driver. */
export function sharedStateConformance(open: () => Promise<SharedStateDriver>): void {
  let state: SharedStateDriver;
  // A key of its own keeps each test apart on a store that all share.
  let key: string;
  let counter = 0;
  beforeAll(async () => {
    state = await open();
  });
  beforeEach(() => {
    key = `conformance:${++counter}`;
  });
  afterAll(async () => {
    await state.dispose();
  });

  test('a missing key has no value and cannot be deleted', async () => {
    expect(await state.get(key)).toBeUndefined();
    expect(await state.getBytes(key)).toBeUndefined();
    expect(await state.delete(key)).toBe(false);
  });

  test('keeps text until it is deleted', async () => {
    await state.set(key, 'Grüße 🎬');
    expect(await state.get(key)).toBe('Grüße 🎬');
    expect(await state.delete(key)).toBe(true);
    expect(await state.get(key)).toBeUndefined();
  });

  test('deletes all that begins alike, whatever signs are in it, and nothing else', async () => {
    const prefix = `${key}:[a-z]*?\\:`;
    for (let index = 0; index < 30; index++) await state.set(`${prefix}${index}`, 'x');
    await state.set(`${key}:b:1`, 'stays');
    await state.deleteAll(prefix);
    expect(await state.getMany([`${prefix}0`, `${prefix}29`, `${key}:b:1`])).toEqual([undefined, undefined, 'stays']);
  });

  test('keeps an empty text apart from no value', async () => {
    await state.set(key, '');
    expect(await state.get(key)).toBe('');
  });

  test('keeps every byte, and a copy of its own', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    await state.set(key, bytes);
    bytes.fill(0);
    const kept = await state.getBytes(key);
    expect(kept?.slice(0, 3)).toEqual(Uint8Array.of(0, 1, 2));
    expect(kept?.at(-1)).toBe(255);
    kept?.fill(7);
    expect((await state.getBytes(key))?.at(-1)).toBe(255);
  });

  test('keeps a view into a larger array as what the view shows', async () => {
    await state.set(key, new Uint8Array([1, 2, 3, 4]).subarray(1, 3));
    expect(await state.getBytes(key)).toEqual(Uint8Array.of(2, 3));
  });

  test('forgets a value when its time is over, and not before', async () => {
    await state.set(key, 'soon gone', { ttlSeconds: 0.2 });
    await setTimeout(100);
    expect(await state.get(key)).toBe('soon gone');
    await setTimeout(130);
    expect(await state.get(key)).toBeUndefined();
    expect(await state.delete(key)).toBe(false);
  });

  test('a new value takes its own time to live, or none', async () => {
    await state.set(key, 'short', { ttlSeconds: 0.05 });
    await state.set(key, 'for good');
    await setTimeout(80);
    expect(await state.get(key)).toBe('for good');
  });

  test.each([0, -1, Number.NaN, Infinity])('refuses %s seconds as a time to live', async (ttlSeconds) => {
    await expect(state.set(key, 'x', { ttlSeconds })).rejects.toThrow(RangeError);
    await expect(state.increment(key, 1, { ttlSeconds })).rejects.toThrow(RangeError);
    expect(await state.get(key)).toBeUndefined();
  });

  test('counts from 0, by any whole number, readable as text', async () => {
    expect(await state.increment(key)).toBe(1);
    expect(await state.increment(key, 41)).toBe(42);
    expect(await state.increment(key, -50)).toBe(-8);
    expect(await state.get(key)).toBe('-8');
    await expect(state.increment(key, 0.5)).rejects.toThrow(RangeError);
  });

  test('counts every one of many increments at once', async () => {
    const sums = await Promise.all(Array.from({ length: 200 }, () => state.increment(key)));
    expect(new Set(sums).size).toBe(200);
    expect(await state.get(key)).toBe('200');
  });

  test('a window begins with its first increment and is not prolonged by others', async () => {
    await state.increment(key, 1, { ttlSeconds: 0.2 });
    await setTimeout(120);
    expect(await state.increment(key, 1, { ttlSeconds: 0.2 })).toBe(2);
    await setTimeout(120);
    expect(await state.increment(key, 1, { ttlSeconds: 0.2 })).toBe(1);
  });

  test('refuses to count on a value that is no integer, and leaves it', async () => {
    await state.set(key, 'text');
    await expect(state.increment(key)).rejects.toThrow(/integer/);
    expect(await state.get(key)).toBe('text');
  });

  test('takes any key', async () => {
    const odd = `${key} ü🎬 \n\u0000{}*`;
    await state.set(odd, 'odd');
    expect(await state.get(odd)).toBe('odd');
  });

  test('reads many values in the order of their keys', async () => {
    await state.set(`${key}b`, 'two');
    await state.set(`${key}a`, 'one');
    expect(await state.getMany([`${key}a`, `${key}none`, `${key}b`])).toEqual(['one', undefined, 'two']);
    expect(await state.getMany([])).toEqual([]);
  });

  const window = (amount: number, limit = 10, windowSeconds = 60) =>
    ({ kind: 'window', key: `${key}:window`, limit, amount, windowSeconds }) as const;
  const slot = (holder: number, limit = 2) => ({ kind: 'slot', key: `${key}:slots`, limit, holder }) as const;

  test('a window gives out its limit and no more, and begins anew when it is over', async () => {
    expect(await state.claim([window(6, 10, 0.2)])).toMatchObject({ isGranted: true, states: [{ remaining: 4 }] });
    const refused = await state.claim([window(5, 10, 0.2)]);
    expect(refused).toMatchObject({ isGranted: false, states: [{ hasRoom: false, remaining: 4 }] });
    expect(refused.states[0]?.resetMs).toBeGreaterThan(0);
    expect(refused.states[0]?.resetMs).toBeLessThanOrEqual(200);
    expect(await state.claim([window(4, 10, 0.2)])).toMatchObject({ isGranted: true, states: [{ remaining: 0 }] });
    await setTimeout(220);
    expect(await state.claim([window(10, 10, 0.2)])).toMatchObject({ isGranted: true });
  });

  test('claims are granted together or not at all', async () => {
    await state.claim([slot(1, 1)]);
    expect(await state.claim([window(3), slot(2, 1)])).toMatchObject({
      isGranted: false,
      states: [
        { hasRoom: true, remaining: 10 },
        { hasRoom: false, remaining: 0 },
      ],
    });
    expect(await state.claim([window(10)])).toMatchObject({ isGranted: true });
  });

  test('a hundred claims at once get what there is, exactly', async () => {
    const claims = await Promise.all(Array.from({ length: 100 }, async () => await state.claim([window(1)])));
    expect(claims.filter(({ isGranted }) => isGranted)).toHaveLength(10);
  });

  const purse = (amount: number, limit = 10, spentAtLeast = 0) =>
    ({ kind: 'purse', key: `${key}:purse`, limit, amount, spentAtLeast, keepSeconds: 60 }) as const;
  const spend = (spent: number, reserved: number) =>
    ({ kind: 'purse', key: `${key}:purse`, spent, reserved, keepSeconds: 60 }) as const;

  test('a purse gives out what is left, in turn, and counts what was spent', async () => {
    expect(await state.claim([purse(6)])).toMatchObject({ isGranted: true, states: [{ reserved: 6, remaining: 4 }] });
    expect(await state.claim([purse(5)])).toMatchObject({ isGranted: false, states: [{ hasRoom: false, spent: 0 }] });
    await state.settle([spend(9, 6)]);
    expect(await state.claim([purse(6)])).toMatchObject({ isGranted: true, states: [{ spent: 9, reserved: 1 }] });
    await state.settle([spend(0, 1), spend(1, 0)]);
    expect(await state.claim([purse(0)])).toMatchObject({ isGranted: false, states: [{ spent: 10, remaining: 0 }] });
  });

  test('a purse that was forgotten knows what its holder knows', async () => {
    expect(await state.claim([purse(1, 10, 7)])).toMatchObject({
      isGranted: true,
      states: [{ spent: 7, reserved: 1 }],
    });
    expect(await state.claim([purse(1, 10, 2)])).toMatchObject({ states: [{ spent: 7, remaining: 1 }] });
    expect(await state.claim([purse(1, 10, 10)])).toMatchObject({ isGranted: false });
  });

  test('a hundred at once get no more out of a purse than there is', async () => {
    const claims = await Promise.all(Array.from({ length: 100 }, async () => await state.claim([purse(1)])));
    expect(claims.filter(({ isGranted }) => isGranted)).toHaveLength(10);
  });

  test('a window or a slot without room leaves a purse as it is, and the other way round', async () => {
    expect(await state.claim([purse(4), slot(1, 0)])).toMatchObject({ isGranted: false });
    expect(await state.claim([purse(0, 0), window(10)])).toMatchObject({ isGranted: false });
    expect(await state.claim([purse(10), window(10)])).toMatchObject({ isGranted: true });
  });

  test('a window is corrected by what was used, never below nothing and never beyond its time', async () => {
    await state.claim([window(8)]);
    await state.settle([{ kind: 'window', key: `${key}:window`, by: -5, windowSeconds: 60 }]);
    expect(await state.claim([window(1)])).toMatchObject({ states: [{ remaining: 6 }] });
    await state.settle([{ kind: 'window', key: `${key}:window`, by: -50, windowSeconds: 60 }]);
    await state.settle([{ kind: 'window', key: `${key}:window`, by: 9, windowSeconds: 60 }]);
    expect(await state.claim([window(2)])).toMatchObject({ isGranted: false, states: [{ remaining: 1 }] });
    await state.settle([{ kind: 'window', key: `${key}:other`, by: -9, windowSeconds: 60 }]);
    expect(await state.get(`${key}:other`)).toBeUndefined();
  });

  test('slots are held until they are given back, by whom they were claimed', async () => {
    expect(await state.claim([slot(1)])).toMatchObject({ isGranted: true, states: [{ remaining: 1 }] });
    expect(await state.claim([slot(2)])).toMatchObject({ isGranted: true, states: [{ remaining: 0 }] });
    expect(await state.claim([slot(3)])).toMatchObject({ isGranted: false });
    await state.settle([{ kind: 'slot', key: `${key}:slots`, holder: 4 }]);
    expect(await state.claim([slot(3)])).toMatchObject({ isGranted: false });
    await state.settle([{ kind: 'slot', key: `${key}:slots`, holder: 1 }]);
    expect(await state.claim([slot(3)])).toMatchObject({ isGranted: true });
  });

  test('tells of a Redis what it says of itself, and of memory nothing', async () => {
    const report = await state.inspect();
    const shown = report && [typeof report.info.redis_version, typeof report.info.connected_clients];
    expect(shown).toEqual(state.kind === 'redis' ? ['string', 'number'] : undefined);
    expect(report?.clients.some(({ id }) => id !== undefined)).toBe(state.kind === 'redis' ? true : undefined);
  });

  test('says that it takes writes', async () => {
    await expect(state.ping()).resolves.toBeUndefined();
  });
}
