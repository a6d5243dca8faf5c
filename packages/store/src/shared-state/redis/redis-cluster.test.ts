import { requireTool, startRedisCluster, waitUntil, type RunningRedisCluster } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Claim, Claimed } from '../limits.ts';
import { openSharedState } from '../open-shared-state.ts';
import type { SharedState } from '../shared-state.ts';

const ON_BUSY_MACHINES = { timeout: 120_000 };
/** The slot of all keys of ours. */
const OURS = '{showrunner}:';

describe('a Redis Cluster', { ...requireTool('redis'), ...ON_BUSY_MACHINES }, () => {
  let cluster: RunningRedisCluster;
  beforeAll(async () => {
    cluster = await startRedisCluster({ hasReplicas: true });
  }, ON_BUSY_MACHINES.timeout);
  afterAll(() => cluster.close());

  async function open(): Promise<SharedState> {
    const state = await openSharedState({ redis: { url: cluster.url } });
    onTestFinished(() => state.dispose());
    expect(state.status()).toEqual({ kind: 'redis', state: 'connected' });
    return state;
  }

  const claimsOf = (name: string, limit: number): readonly Claim[] => [
    { kind: 'window', key: `${name}:window`, limit, amount: 1, windowSeconds: 600 },
    { kind: 'purse', key: `${name}:purse`, limit: 1_000, amount: 1, spentAtLeast: 0, keepSeconds: 600 },
  ];
  const grantedOf = (claimed: readonly Claimed[]): number => claimed.filter(({ isGranted }) => isGranted).length;

  /** Claims of two replicas, one behind the other until the work is done. */
  async function claimsDuring(work: () => Promise<void>, limit: number): Promise<Claimed[]> {
    const states = [await open(), await open()] as const;
    const name = `during-${limit}`;
    let isDone = false;
    const claiming = states.map(async (state) => {
      const all: Claimed[] = [];
      for (let rest = 20; rest > 0;) {
        all.push(await state.claim(claimsOf(name, limit)));
        if (isDone) rest--;
      }
      return all;
    });
    await work();
    isDone = true;
    return (await Promise.all(claiming)).flat();
  }

  test('gives out a limit exactly, of several keys in one step, whichever node has them', async () => {
    const states = [await open(), await open()] as const;
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      const claimed = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => await states[index % 2 === 0 ? 0 : 1].claim(claimsOf(name, 25))),
      );
      expect(grantedOf(claimed)).toBe(25);
    }
  });

  test('keeps, counts and deletes what several replicas share', async () => {
    const [one, other] = [await open(), await open()];
    await one.set('kept:a', 'Grüße');
    await one.set('kept:b', new Uint8Array([1, 2]));
    await one.set('other', 'stays');
    expect(await other.getMany(['kept:a', 'nothing'])).toEqual(['Grüße', undefined]);
    expect(await other.getBytes('kept:b')).toEqual(new Uint8Array([1, 2]));
    expect(await one.increment('count', 2)).toBe(2);
    expect(await other.increment('count')).toBe(3);
    await other.deleteAll('kept:');
    expect(await one.getMany(['kept:a', 'kept:b', 'other'])).toEqual([undefined, undefined, 'stays']);
  });

  test('is told its scripts again where a node has forgotten them', async () => {
    const claimed = await claimsDuring(async () => {
      for (const node of cluster.nodes.keys()) await cluster.command(node, 'SCRIPT', 'FLUSH');
    }, 1_000_000);
    expect(grantedOf(claimed)).toBe(claimed.length);
    const counted = await (await open()).claim(claimsOf('during-1000000', 1_000_000));
    expect(counted.states[0]?.remaining).toBe(1_000_000 - claimed.length - 1);
  });

  test('loses no count where its keys move to another node under load', async () => {
    const claimed = await claimsDuring(async () => {
      const from = await cluster.holderOf(OURS);
      await cluster.move(OURS, (from + 1) % 3);
    }, 2_000_000);
    expect(grantedOf(claimed)).toBe(claimed.length);
    const counted = await (await open()).claim(claimsOf('during-2000000', 2_000_000));
    const used = 2_000_000 - (counted.states[0]?.remaining ?? 0) - 1;
    // What was late is counted twice for its window rather than not at all.
    expect(used).toBeGreaterThanOrEqual(claimed.length);
  });

  test('goes on where a replica takes over, and what is claimed meanwhile is counted', async () => {
    const state = await open();
    const holder = await cluster.holderOf(OURS);
    const limit = 50;
    const before = await Promise.all(
      Array.from({ length: 20 }, async () => await state.claim(claimsOf('failover', limit))),
    );
    expect(grantedOf(before)).toBe(20);
    await cluster.nodes[holder]?.crash();
    const during = await Promise.all(
      Array.from({ length: 10 }, async () => await state.claim(claimsOf('failover', limit))),
    );
    expect(during).toHaveLength(10);
    await waitUntil(async () => (await cluster.holderOf(OURS).catch(() => holder)) !== holder, {
      what: 'the failover',
      deadlineMs: 60_000,
    });
    await expect.poll(() => state.status(), { timeout: 60_000 }).toMatchObject({ state: 'connected' });
    await expect
      .poll(
        () =>
          state.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
    const after = await Promise.all(
      Array.from({ length: 60 }, async () => await state.claim(claimsOf('failover', limit))),
    );
    expect(grantedOf([...before, ...during, ...after])).toBeLessThanOrEqual(limit + 10);
  });
});
