import { setTimeout } from 'node:timers/promises';
import { requireTool, startFaultProxy, startRedis, type RunningRedis } from '@showrunner/testkit';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openSharedState } from './open-shared-state.ts';
import type { Claim } from './limits.ts';
import { connectRedisSharedState } from './redis-shared-state.ts';
import type { RedisWithLocalFallback } from './redis-with-local-fallback.ts';
import { sharedStateConformance } from './shared-state.conformance.ts';
import type { SharedState, SharedStateStatus } from './shared-state.ts';

describe('shared state in Redis', requireTool('redis'), () => {
  let redis: RunningRedis;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(() => redis.close());

  describe('conformance', () => {
    let server: RunningRedis;
    sharedStateConformance(async () => {
      server = await startRedis({ password: 'p@ss/word' });
      const driver = await connectRedisSharedState({ host: server.host, port: server.port, password: 'p@ss/word' });
      return { ...driver, dispose: () => driver.dispose().then(() => server.close()) };
    });
  });

  test('is shared by everyone who opens it, passwords in the URL included', async () => {
    await redis.restart({ password: 'p@ss:/word' });
    const url = `redis://:${encodeURIComponent('p@ss:/word')}@127.0.0.1:${redis.port}`;
    const [one, other] = [
      await open({ url }),
      await open({ host: '127.0.0.1', port: redis.port, password: 'p@ss:/word' }),
    ];
    await one.increment('shared');
    expect(await other.increment('shared')).toBe(2);
    expect(other.status()).toEqual({ kind: 'redis', state: 'connected' });
  });

  test('holders of slots are told apart by their process, whatever their numbers', async () => {
    const [one, other] = [await open({ url: redis.url }), await open({ url: redis.url })];
    const slot = { kind: 'slot', key: 'slots', limit: 2, holder: 1 } as const;
    expect(await one.claim([slot])).toMatchObject({ states: [{ remaining: 1 }] });
    expect(await other.claim([slot])).toMatchObject({ states: [{ remaining: 0 }] });
    await other.settle([slot]);
    expect(await other.claim([{ ...slot, holder: 2 }])).toMatchObject({ isGranted: true, states: [{ remaining: 0 }] });
  });

  test.each([
    { given: 'none', settings: {}, says: /wants a password; set it in REDIS_PASSWORD/ },
    { given: 'a wrong one', settings: { password: 'hunter2' }, says: /refuses the password; set the right one/ },
  ])(
    'a server that wants another password than $given stops the start, without telling it',
    async ({ settings, says }) => {
      await redis.restart({ password: 'right' });
      const opening = openSharedState({ redis: { host: '127.0.0.1', port: redis.port, ...settings } });
      await expect(opening).rejects.toThrow(says);
      await expect(opening).rejects.not.toThrow(/hunter2|right$/);
    },
  );

  test('a node of a cluster stops the start, and one that comes later is not counted in', async () => {
    const settings = { 'cluster-enabled': 'yes' };
    await redis.restart({ settings });
    await expect(openSharedState({ redis: { url: redis.url } })).rejects.toThrow(/is a node of a Redis Cluster/);
    await redis.crash();
    const state = await open({ url: redis.url });
    await redis.restart({ settings });
    await expect
      .poll(() => state.status(), { timeout: 20_000 })
      .toMatchObject({ state: 'degraded', reason: expect.stringMatching(/CLUSTERDOWN|CROSSSLOT|MOVED/) });
  });

  test('a server that is not there yet does not stop the start; the state recovers alone', async () => {
    await redis.crash();
    const changes: SharedStateStatus[] = [];
    const state = await open({ url: redis.url }, changes);
    expect(state.status()).toMatchObject({ state: 'degraded', reason: expect.stringContaining('ECONNREFUSED') });
    expect(await state.increment('local')).toBe(1);
    await expect(state.ping()).rejects.toThrow(/ECONNREFUSED/);
    await redis.restart();
    await becomes(state, 'connected');
    expect(await state.increment('local'), 'what was counted alone is dropped').toBe(1);
    expect(changes.map((status) => 'state' in status && status.state)).toEqual(['degraded', 'connected']);
  });

  test('two that are alone give out their parts, and tell the server afterwards what was used, spent and given back', async () => {
    const states = [await open({ url: redis.url }), await open({ url: redis.url })] as const;
    const window = { kind: 'window', key: 'asked', limit: 10, amount: 1, windowSeconds: 600 } as const;
    const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 1, spentAtLeast: 20, keepSeconds: 600 } as const;
    const slot = { kind: 'slot', key: 'at once', limit: 2, holder: 1 } as const;
    expect(await states[0].claim([window, purse, slot])).toMatchObject({ isGranted: true });
    // Each has heard of the other.
    await expect.poll(() => replicas(states[1]), { timeout: 20_000 }).toBe(2);
    await expect.poll(() => replicas(states[0]), { timeout: 20_000 }).toBe(2);
    await redis.crash();
    for (const state of states) {
      await state.get('anything');
      await becomes(state, 'degraded');
    }
    const grantedTo = async (state: SharedState, claim: Claim): Promise<number> => {
      const claims = Array.from({ length: 20 }, async () => await state.claim([claim]));
      return (await Promise.all(claims)).filter(({ isGranted }) => isGranted).length;
    };
    expect([await grantedTo(states[0], window), await grantedTo(states[1], window)]).toEqual([5, 5]);
    // Half of the 80 that are left, in tens.
    const tens = { ...purse, amount: 10 };
    expect([await grantedTo(states[0], tens), await grantedTo(states[1], tens)]).toEqual([4, 4]);
    const paid = { kind: 'purse', key: 'paid', keepSeconds: 600 } as const;
    for (const state of states) {
      await state.settle(Array.from({ length: 3 }, () => ({ ...paid, reserved: 10, spent: 11 })));
    }
    // Of what was claimed before.
    await states[0].settle([slot, { ...paid, reserved: 0, spent: 5 }]);
    await redis.restart();
    for (const state of states) await becomes(state, 'connected');
    expect(await states[1].claim([window])).toMatchObject({ isGranted: false, states: [{ remaining: 0 }] });
    // What both have spent, 5 + 6 × 11, is more than what one of them knows; two tens are still reserved.
    await expect
      .poll(async () => await states[1].claim([{ ...tens, limit: 92, amount: 2 }]), { timeout: 20_000 })
      .toMatchObject({ isGranted: false, states: [{ spent: 71 }] });
    expect(await states[0].claim([{ ...purse, limit: 92 }])).toMatchObject({ isGranted: true });
    const slots = [2, 3].map((holder) => ({ ...slot, holder }));
    for (const one of slots) expect(await states[1].claim([one])).toMatchObject({ isGranted: true });
  });

  test('a server that dies amid traffic costs no answer, and is used again when it is back', async () => {
    const state = await open({ url: redis.url });
    const before = Date.now();
    await state.set('cached', 'in Redis');
    await redis.crash();
    for (let index = 1; index <= 50; index += 1) await state.increment('hits', 1, { ttlSeconds: 60 });
    expect(await state.increment('hits')).toBeGreaterThan(40);
    expect(await state.get('cached')).toBeUndefined();
    const status = state.status();
    expect(status).toMatchObject({ state: 'degraded', reason: expect.stringContaining(`127.0.0.1:${redis.port}`) });
    expect('since' in status && status.since.getTime()).toBeGreaterThanOrEqual(before);
    await redis.restart();
    await becomes(state, 'connected');
    await state.set('cached', 'again');
    expect(await state.get('cached')).toBe('again');
  });

  test('a frozen server costs each request at most its time-out, and after five none', async () => {
    const state = await open({ url: redis.url });
    await state.set('warm', 'x');
    redis.signal('SIGSTOP');
    const waits: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      const startedAt = performance.now();
      await state.increment('frozen');
      waits.push(performance.now() - startedAt);
    }
    expect(Math.max(...waits)).toBeLessThan(320);
    expect(Math.max(...waits.slice(-3))).toBeLessThan(20);
    expect(state.status()).toMatchObject({ state: 'degraded', reason: expect.stringMatching(/timed out/) });
    redis.signal('SIGCONT');
    await becomes(state, 'connected');
  });

  test('a frozen server does not hold up the start', async () => {
    redis.signal('SIGSTOP');
    const startedAt = performance.now();
    const state = await open({ url: redis.url });
    expect(performance.now() - startedAt).toBeLessThan(900);
    expect(state.status()).toMatchObject({ state: 'degraded' });
    redis.signal('SIGCONT');
    await becomes(state, 'connected');
  });

  test('a state that is disposed says nothing more', async () => {
    const changes: SharedStateStatus[] = [];
    const state = await openSharedState({
      redis: { url: redis.url },
      onStatusChange: (status) => changes.push(status),
    });
    await state.dispose();
    // By the time that another has come and gone, the end of the first connection is told.
    const other = await openSharedState({ redis: { url: redis.url } });
    await other.get('anything');
    await other.dispose();
    expect(changes).toEqual([]);
  });

  test('a network that swallows packets, breaks connections or refuses them is survived', async () => {
    await using proxy = await startFaultProxy({ port: redis.port });
    const state = await open({ host: proxy.host, port: proxy.port });
    for (const [breakIt, fixIt] of [
      [() => proxy.setFault({ silent: true }), () => proxy.setFault({})],
      [() => proxy.down(), () => proxy.up()],
      [() => proxy.setFault({ latencyMs: 1_000 }), () => proxy.setFault({})],
    ] as const) {
      breakIt();
      for (let index = 0; index < 6; index += 1) await state.increment('through the proxy');
      await becomes(state, 'degraded');
      fixIt();
      await becomes(state, 'connected');
    }
    proxy.setFault({ sliceBytes: 1 });
    await state.set('sliced', 'x'.repeat(500));
    expect(await state.get('sliced')).toHaveLength(500);
  });

  test('a full server is not available, and its refusals do not reach the caller', async () => {
    await redis.restart({ settings: { maxmemory: '1', 'maxmemory-policy': 'noeviction' } });
    const state = await open({ url: redis.url });
    for (let index = 1; index <= 6; index += 1) expect(await state.increment('full')).toBe(index);
    expect(state.status()).toMatchObject({ state: 'degraded', reason: expect.stringContaining('OOM') });
  });

  test('a mistake of the caller is told and does not count against Redis', async () => {
    const state = await open({ url: redis.url });
    await state.set('text', 'x');
    for (let index = 0; index < 6; index += 1) await expect(state.increment('text')).rejects.toThrow(/integer/);
    expect(state.status()).toMatchObject({ state: 'connected' });
  });
});

describe('the settings of the shared state', () => {
  test('without Redis, memory serves', async () => {
    const state = await open({});
    expect([state.kind, state.status()]).toEqual(['memory', { kind: 'memory' }]);
    expect(await state.increment('mine')).toBe(1);
  });

  test.each(['localhost:6379', 'http://redis:6379', 'redis://', 'redis://:s3cret@host:6379/one'])(
    'a REDIS_URL such as %s is refused with words that help and hide it',
    async (url) => {
      const opening = openSharedState({ redis: { url } });
      await expect(opening).rejects.toThrow(/REDIS_URL .* looks like redis:\/\//);
      await expect(opening).rejects.not.toThrow(/s3cret/);
    },
  );
});

async function open(settings: object, changes: SharedStateStatus[] = []): Promise<SharedState> {
  const state = await openSharedState({ redis: settings, onStatusChange: (status) => void changes.push(status) });
  onTestFinished(() => state.dispose());
  return state;
}

/** How many share it, as it knows. */
function replicas(state: SharedState): number {
  return (state as RedisWithLocalFallback).replicas;
}

async function becomes(state: SharedState, wanted: 'connected' | 'degraded'): Promise<void> {
  await expect.poll(() => state.status(), { timeout: 8_000, interval: 50 }).toMatchObject({ state: wanted });
  await setTimeout(10);
}
