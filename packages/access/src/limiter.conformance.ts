import { setTimeout } from 'node:timers/promises';
import type { SharedState } from '@showrunner/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Held } from './held.ts';
import type { Limit } from './limit.ts';
import { Limiter, type Limited } from './limiter.ts';

const expecting = (tokens: number) => ({ expectedTokens: () => tokens });

/** What limits do on every store; called inside a `describe` of the store. `open` opens another replica each time. */
export function limiterConformance(open: () => Promise<SharedState>): void {
  let replicas: SharedState[];
  let holders = 0;
  beforeAll(async () => {
    replicas = [await open(), await open()];
  });
  afterAll(() => Promise.all(replicas.map((replica) => replica.dispose())));

  /** Limiters of one new holder, one for each replica. */
  const limiters = (...limits: Limit[]): Limiter[] => {
    const holder = `key:${++holders}`;
    return replicas.map((store) => new Limiter(store, [{ holder, limits }]));
  };
  const limiter = (...limits: Limit[]): Limiter => {
    const [first] = limiters(...limits);
    if (!first) throw new Error('There is no replica.');
    return first;
  };

  test('requests are let in up to the limit, and the verdict says how it stands', async () => {
    const limit = { unit: 'requests', most: 2, windowSeconds: 60 } as const;
    const requests = limiter(limit);
    expect(await requests.claim(expecting(0))).toMatchObject({ kind: 'held', states: [{ remaining: 1 }] });
    held(await requests.claim(expecting(0))).settle(0, 0);
    const spent = await requests.claim(expecting(0));
    expect(spent).toMatchObject({ kind: 'spent', limit, state: { hasRoom: false, remaining: 0 } });
    expect(spent.states[0]?.resetMs).toBeGreaterThan(50_000);
  });

  test('tokens are claimed as expected and count as they were used', async () => {
    const tokens = limiter({ unit: 'tokens', most: 200, windowSeconds: 60 });
    const first = held(await tokens.claim(expecting(150)));
    expect(first.states).toMatchObject([{ remaining: 50 }]);
    expect(await tokens.claim(expecting(60))).toMatchObject({ kind: 'spent' });
    first.settle(40, 0);
    const second = held(await tokens.claim(expecting(60)));
    expect(second.states).toMatchObject([{ remaining: 100 }]);
    second.settle(90, 0);
    expect(await tokens.claim(expecting(70))).toMatchObject({ kind: 'held', states: [{ remaining: 0 }] });
  });

  test('who expects more than there ever is finds room in an empty window alone', async () => {
    const tokens = limiter({ unit: 'tokens', most: 100, windowSeconds: 60 });
    const large = held(await tokens.claim(expecting(5_000)));
    expect(await tokens.claim(expecting(1))).toMatchObject({ kind: 'spent' });
    large.settle(10, 0);
    expect(await tokens.claim(expecting(5_000))).toMatchObject({ kind: 'spent', state: { remaining: 90 } });
  });

  test('what was claimed in a window that is over is not taken from the next one', async () => {
    const tokens = limiter({ unit: 'tokens', most: 100, windowSeconds: 0.2 });
    const long = held(await tokens.claim(expecting(80)));
    await setTimeout(300);
    long.settle(30, 300);
    expect(held(await tokens.claim(expecting(10))).states).toMatchObject([{ remaining: 60 }]);
  });

  test('requests at once are free again when they have ended', async () => {
    const parallel = limiter({ unit: 'parallel', most: 2 });
    const [one] = [held(await parallel.claim(expecting(0))), held(await parallel.claim(expecting(0)))];
    expect(await parallel.claim(expecting(0))).toMatchObject({ kind: 'spent', limit: { unit: 'parallel' } });
    one.settle(0, 0);
    expect(await parallel.claim(expecting(0))).toMatchObject({ kind: 'held', states: [{ remaining: 0 }] });
  });

  test('what is refused by one limit takes nothing of the others, and names that one', async () => {
    const all = limiter(
      { unit: 'requests', most: 10, windowSeconds: 60 },
      { unit: 'tokens', most: 100, windowSeconds: 60 },
      { unit: 'parallel', most: 1 },
    );
    const first = held(await all.claim(expecting(10)));
    expect(await all.claim(expecting(10))).toMatchObject({
      kind: 'spent',
      limit: { unit: 'parallel' },
      states: [{ remaining: 9 }, { remaining: 90 }, { remaining: 0 }],
    });
    first.settle(10, 0);
    expect(await all.claim(expecting(10))).toMatchObject({
      kind: 'held',
      states: [{ remaining: 8 }, { remaining: 80 }, { remaining: 0 }],
    });
  });

  test('a hundred at once get what there is, exactly', async () => {
    const requests = limiter({ unit: 'requests', most: 7, windowSeconds: 60 });
    const all = await Promise.all(Array.from({ length: 100 }, async () => await requests.claim(expecting(0))));
    expect(all.filter(({ kind }) => kind === 'held')).toHaveLength(7);
  });

  test('replicas and limiters of one holder count together', async () => {
    const both = limiters({ unit: 'parallel', most: 3 });
    const all = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => await both[index % 2]?.claim(expecting(0))),
    );
    expect(all.filter((limited) => limited?.kind === 'held')).toHaveLength(3);
  });
}

function held(limited: Limited): Held {
  if (limited.kind !== 'held') throw new Error(`spent: ${limited.limit.unit}`);
  return limited;
}
