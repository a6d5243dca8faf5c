import { WorkerPool, type PoolOptions, type WorkerPlace } from '@showrunner/service';
import {
  createMemorySharedState,
  RemoteSharedState,
  SharedStateOwner,
  type Asked,
  type SharedState,
} from '@showrunner/store';

/** What a worker asks of the process that started it, by one name. */
const SHARED = 'shared';

/**
 * Starts several gateways at one address, and counts for all of them: limits, budgets and caches that are in memory lie in
 * this process, which itself serves nobody. With Redis they ask that, as gateways on several machines do.
 */
export function runWorkers(options: Omit<PoolOptions, 'serve'>): void {
  const owner = new SharedStateOwner(createMemorySharedState());
  new WorkerPool({
    ...options,
    serve: () => {
      const shared = owner.serve();
      const answer = (asked: Asked, given: readonly unknown[]): unknown => shared.answer(asked, given);
      return { answers: { [SHARED]: answer }, gone: () => shared.gone() };
    },
  }).start();
}

/** What workers share without Redis. */
export function sharedByWorkers(place: WorkerPlace): SharedState {
  return new RemoteSharedState({
    ask: (asked, given) => place.ask(SHARED, asked, given),
    get isConnected() {
      return place.isConnected;
    },
    processes: () => place.status.count,
  });
}
