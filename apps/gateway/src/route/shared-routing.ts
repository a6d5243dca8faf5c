import type { SharedState } from '@showrunner/store';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';

/** How soon other replicas spare a deployment that fails for one of them, and count what it took. */
const EXCHANGE_EVERY_MS = 500;

/** What is shared: the deployments of now, their states, and the store. */
export interface Shared {
  readonly deployments: readonly Deployment[];
  readonly states: DeploymentStates;
  readonly store: SharedState;
}

/**
 * Exchanges with other replicas, behind the requests, what routing goes by. What cools here is told, what cools
 * elsewhere is spared here as long; counts are added up. Without Redis there is nobody to tell.
 */
export function shareRouting(current: () => Shared): { stop(): void } {
  let isExchanging = false;
  const timer = setInterval(() => {
    const shared = current();
    if (isExchanging) return;
    isExchanging = true;
    exchange(shared)
      // What the store does not take now is told with the next turn.
      .catch(() => undefined)
      .finally(() => {
        isExchanging = false;
      });
  }, EXCHANGE_EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
}

async function exchange(shared: Shared): Promise<void> {
  const { states, store } = shared;
  await states.counters.exchange(store);
  if (store.kind !== 'memory') await exchangeCooldowns(shared);
}

async function exchangeCooldowns({ deployments, states, store }: Shared): Promise<void> {
  const ids = [...new Set(deployments.map(({ id }) => id))];
  const told = await store.getMany(ids.map(keyOf));
  for (const [index, id] of ids.entries()) {
    const state = states.byId(id);
    const elsewhere = remainingMs(told[index]);
    const here = state.cooledUntil - performance.now();
    if (elsewhere > here) state.cooledUntil = performance.now() + elsewhere;
    else if (here > elsewhere + EXCHANGE_EVERY_MS) {
      await store.set(keyOf(id), String(Date.now() + here), { ttlSeconds: here / 1000 });
    }
  }
}

/** Replicas tell each other the time of the wall clock; theirs may differ a little, so may the ends of a cooldown. */
function remainingMs(told: string | undefined): number {
  return told === undefined ? 0 : Math.max(0, Number(told) - Date.now());
}

function keyOf(id: string): string {
  return `cooldown:${id}`;
}
