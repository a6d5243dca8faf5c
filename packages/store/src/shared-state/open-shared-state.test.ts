import { requireTool, startFaultProxy, startRedis, type RunningRedis } from '@showrunner/testkit';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openSharedState } from './open-shared-state.ts';
import type { Claim } from './limits.ts';
import { connectRedisSharedState } from './redis/redis-shared-state.ts';
import { sharedStateConformance } from './shared-state.conformance.ts';
import type { SharedState, SharedStateStatus } from './shared-state.ts';

const window = { kind: 'window', key: 'asked', limit: 10, amount: 1, windowSeconds: 600 } as const;
/** What is said every two seconds, on a machine with time. */
const SAID = { timeout: 30_000, interval: 50 };

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
    const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 1, spentAtLeast: 20, keepSeconds: 600 } as const;
    const slot = { kind: 'slot', key: 'at once', limit: 2, holder: 1 } as const;
    expect(await states[0].claim([window, purse, slot])).toMatchObject({ isGranted: true });
    // Each has heard of the other.
    await expect.poll(() => states.map(({ replicas }) => replicas), SAID).toEqual([2, 2]);
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
    // Half of the 80 that are left, in tens; of the first one is reserved since before.
    const tens = { ...purse, amount: 10 };
    expect([await grantedTo(states[0], tens), await grantedTo(states[1], tens)]).toEqual([3, 4]);
    const paid = { kind: 'purse', key: 'paid', keepSeconds: 600 } as const;
    for (const state of states) {
      await state.settle(Array.from({ length: 3 }, () => ({ ...paid, reserved: 10, spent: 11 })));
    }
    // Of what was claimed before.
    await states[0].settle([slot, { ...paid, reserved: 0, spent: 5 }]);
    await redis.restart();
    for (const state of states) await becomes(state, 'connected');
    expect(await states[1].claim([window])).toMatchObject({ isGranted: false, states: [{ remaining: 0 }] });
    // What both have spent, 5 + 6 × 11, is more than what one of them knows; one and ten are still reserved.
    await expect
      .poll(async () => await states[1].claim([{ ...tens, limit: 83, amount: 2 }]), { timeout: 20_000 })
      .toMatchObject({ isGranted: false, states: [{ spent: 71 }] });
    expect(await states[0].claim([{ ...purse, limit: 83 }])).toMatchObject({ isGranted: true });
    const slots = [2, 3].map((holder) => ({ ...slot, holder }));
    for (const one of slots) expect(await states[1].claim([one])).toMatchObject({ isGranted: true });
  });

  describe('that answers late', () => {
    const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 10, spentAtLeast: 0, keepSeconds: 600 } as const;
    const slot = { kind: 'slot', key: 'at once', limit: 3, holder: 1 } as const;
    const paid = { kind: 'purse', key: 'paid', keepSeconds: 600, reserved: 10, spent: 5 } as const;

    /** One whose answers come late, and what the server has left of a window, slots and a purse. */
    async function openLate() {
      const proxy = await startFaultProxy({ port: redis.port });
      onTestFinished(() => proxy.close());
      const [late, direct] = [await open({ host: proxy.host, port: proxy.port }), await open({ url: redis.url })];
      await expect.poll(() => late.replicas, SAID).toBe(2);
      proxy.setFault({ latencyMs: 700 });
      const left = async () => {
        const looks = [{ ...window, amount: 0 }, slot, { ...purse, amount: 0 }].map(
          async (claim) => await direct.claim([claim]),
        );
        const states = (await Promise.all(looks)).map((claimed) => claimed.states[0]?.remaining);
        await direct.settle([slot]);
        return states;
      };
      /** What was asked before has been answered as well. */
      const answersNow = async () => {
        proxy.setFault({});
        const isThere = () =>
          late.ping().then(
            () => true,
            () => false,
          );
        await expect.poll(isThere, SAID).toBe(true);
      };
      return { late, direct, left, answersNow };
    }

    test('counts a claim once, and it is given back', async () => {
      const { late, left, answersNow } = await openLate();
      expect(await late.claim([window, slot, purse])).toMatchObject({
        isGranted: true,
        states: [{ remaining: 4 }, {}, {}],
      });
      expect(await left()).toEqual([9, 1, 90]);
      // Before its answer has come, and after.
      await late.settle([slot, paid]);
      await expect.poll(left, SAID).toEqual([9, 2, 95]);
      await late.claim([window, slot, purse]);
      await answersNow();
      await late.settle([slot, paid]);
      await expect.poll(left, SAID).toEqual([8, 2, 90]);
      expect(late.status()).toMatchObject({ state: 'connected' });
    });

    test('takes back what was refused here meanwhile, and hears of what it refused itself', async () => {
      const { late, direct, left } = await openLate();
      const five = { ...window, amount: 5 };
      const claims = [[five], [five, purse]].map(async (one) => await late.claim(one));
      expect(await Promise.all(claims)).toMatchObject([{ isGranted: true }, { isGranted: false }]);
      await expect.poll(left, SAID).toEqual([5, 2, 100]);
      await direct.claim([{ ...window, amount: 3 }]);
      expect(await late.claim([{ ...window, amount: 4 }])).toMatchObject({ isGranted: true });
      await expect.poll(left, SAID).toEqual([0, 2, 100]);
    });
  });

  test('what is reserved when a server is lost is reserved when it comes back empty, and nothing else', async () => {
    const [one, other] = [await open({ url: redis.url }), await open({ url: redis.url })];
    const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 10, spentAtLeast: 0, keepSeconds: 600 } as const;
    await one.claim([purse]);
    await one.claim([purse]);
    await redis.crash();
    for (const state of [one, other]) await becomes(state, 'degraded');
    await one.settle([{ kind: 'purse', key: 'paid', reserved: 10, spent: 7, keepSeconds: 600 }]);
    await redis.restart();
    for (const state of [one, other]) await becomes(state, 'connected');
    const look = async () => (await other.claim([{ ...purse, amount: 0 }])).states[0];
    await expect.poll(look, SAID).toMatchObject({ spent: 7, remaining: 83 });
    await one.settle([{ kind: 'purse', key: 'paid', reserved: 10, spent: 0, keepSeconds: 600 }]);
    await expect.poll(look, SAID).toMatchObject({ spent: 7, remaining: 93 });
  });

  test('what others have told of meanwhile is not counted twice', async () => {
    const spent = new Map<string, number>();
    const spentByAll = async () => spent;
    const [one, other] = [
      await openSharedState({ redis: { url: redis.url }, spentByAll }),
      await open({ url: redis.url }),
    ];
    onTestFinished(() => one.dispose());
    const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 10, spentAtLeast: 0, keepSeconds: 600 } as const;
    await one.claim([purse]);
    await redis.crash();
    for (const state of [one, other]) await becomes(state, 'degraded');
    await one.settle([{ kind: 'purse', key: 'paid', reserved: 10, spent: 7, keepSeconds: 600 }]);
    // It is written, and whoever is back first has read it.
    spent.set('paid', 7);
    await redis.restart();
    await becomes(other, 'connected');
    await other.claim([{ ...purse, amount: 0, spentAtLeast: 7 }]);
    await becomes(one, 'connected');
    expect(await other.claim([{ ...purse, amount: 0 }])).toMatchObject({ states: [{ spent: 7 }] });
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
    // Each is answered while the server stands still.
    for (let index = 0; index < 5; index += 1) await state.increment('frozen');
    expect(state.status()).toMatchObject({ state: 'degraded', reason: expect.stringMatching(/timed out/) });
    expect(state.claim([window]), 'waits for nobody').not.toBeInstanceOf(Promise);
    redis.signal('SIGCONT');
    await becomes(state, 'connected');
  });

  test('a frozen server does not hold up the start', async () => {
    redis.signal('SIGSTOP');
    const state = await open({ url: redis.url });
    expect(state.status()).toMatchObject({ state: 'degraded' });
    redis.signal('SIGCONT');
    await becomes(state, 'connected');
  });

  test('one that was never heard of late counts on, and one that leaves does not', async () => {
    const [staying, leaving] = [await open({ url: redis.url }), await openSharedState({ redis: { url: redis.url } })];
    const killed = await connectRedisSharedState({ host: redis.host, port: redis.port });
    await expect.poll(() => staying.replicas, SAID).toBe(3);
    await leaving.dispose();
    const newcomer = await open({ url: redis.url });
    expect(newcomer.replicas, 'who left is gone at once, known before the first claim').toBe(3);
    // A server that has forgotten hears one of them first.
    await redis.crash();
    await becomes(staying, 'degraded');
    await redis.restart();
    await becomes(staying, 'connected');
    expect(staying.replicas).toBeGreaterThanOrEqual(3);
    await killed.dispose();
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

async function becomes(state: SharedState, wanted: 'connected' | 'degraded'): Promise<void> {
  await expect.poll(() => state.status(), { timeout: 30_000, interval: 50 }).toMatchObject({ state: wanted });
}
