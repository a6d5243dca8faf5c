import { describe, expect, test } from 'vitest';
import { createMemorySharedState } from './memory/memory-shared-state.ts';
import { RemoteSharedState } from './remote-shared-state.ts';
import { sharedStateConformance } from './shared-state.conformance.ts';
import { SharedStateOwner, type Asked } from './shared-state-owner.ts';

/** A process that asks another one: what goes between them is copied, and takes a turn. */
function processOf(owner: SharedStateOwner, processes = 2) {
  const served = owner.serve();
  const port = {
    isConnected: true,
    processes: () => processes,
    ask: async (asked: Asked, given: readonly unknown[]) => {
      if (!port.isConnected) throw new Error('gone');
      return structuredClone(await served.answer(asked, structuredClone(given)));
    },
  };
  return { state: new RemoteSharedState(port), port, served };
}

const window = { kind: 'window', key: 'asked', limit: 10, amount: 1, windowSeconds: 600 } as const;
const purse = { kind: 'purse', key: 'paid', limit: 100, amount: 40, spentAtLeast: 0, keepSeconds: 600 } as const;

describe('shared state that another process keeps', () => {
  sharedStateConformance(async () => processOf(new SharedStateOwner(createMemorySharedState())).state);

  test('what several claim at once is given out exactly', async () => {
    const owner = new SharedStateOwner(createMemorySharedState());
    const states = [1, 2, 3].map(() => processOf(owner).state);
    const claims = Array.from({ length: 60 }, async (_, index) => await states[index % 3]?.claim([window]));
    expect((await Promise.all(claims)).filter((claimed) => claimed?.isGranted)).toHaveLength(10);
    expect(states[0]?.status()).toEqual({ kind: 'parent', state: 'connected' });
  });

  test('slots of the same number are told apart by their process', async () => {
    const owner = new SharedStateOwner(createMemorySharedState());
    const [one, other] = [processOf(owner).state, processOf(owner).state];
    const slot = { kind: 'slot', key: 'at once', limit: 2, holder: 1 } as const;
    expect([await one.claim([slot]), await other.claim([slot])]).toMatchObject([
      { isGranted: true },
      { isGranted: true },
    ]);
    expect(await one.claim([{ ...slot, holder: 2 }])).toMatchObject({ isGranted: false });
    await other.settle([slot]);
    expect(await one.claim([{ ...slot, holder: 2 }])).toMatchObject({ isGranted: true });
  });

  test('one that dies holds nothing any more, and what it has spent stays spent', async () => {
    const owner = new SharedStateOwner(createMemorySharedState());
    const [dying, living] = [processOf(owner), processOf(owner)];
    const slot = { kind: 'slot', key: 'at once', limit: 1, holder: 7 } as const;
    await dying.state.claim([slot, purse]);
    await dying.state.settle([{ kind: 'purse', key: 'paid', reserved: 40, spent: 30, keepSeconds: 600 }]);
    await dying.state.claim([purse]);
    expect(await living.state.claim([purse])).toMatchObject({ isGranted: false });
    expect(await living.state.claim([slot])).toMatchObject({ isGranted: false });
    dying.served.gone();
    expect(await living.state.claim([purse, slot])).toMatchObject({
      isGranted: true,
      states: [{ spent: 30, reserved: 40 }, { remaining: 0 }],
    });
  });

  test('once the keeper is gone each gives out its part for what is still under way', async () => {
    const { state, port } = processOf(new SharedStateOwner(createMemorySharedState()), 5);
    await state.claim([window]);
    port.isConnected = false;
    const claims = Array.from({ length: 20 }, async () => await state.claim([window]));
    expect((await Promise.all(claims)).filter(({ isGranted }) => isGranted)).toHaveLength(2);
    await state.settle([{ kind: 'slot', key: 'at once', holder: 1 }]);
    await state.set('cached', 'here');
    expect(await state.get('cached')).toBe('here');
    await expect(state.ping()).rejects.toThrow('gone');
    expect(state.status()).toMatchObject({ kind: 'parent', state: 'degraded' });
  });
});
