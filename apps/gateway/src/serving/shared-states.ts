import { cannotStart, type GaugeValue, type Logger, type Metrics } from '@showrunner/service';
import { openSharedState, type SharedState, type SharedStateOptions, type SharedStateStatus } from '@showrunner/store';
import type { RedisPlace } from '../config/reading/redis-place.ts';

export interface SharedStatesPorts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Called when a Redis is used again that was away. */
  readonly onReturn: () => void;
  /** What all have spent by now, by the names of counters. */
  readonly spentByAll: NonNullable<SharedStateOptions['spentByAll']>;
  /** How many gateways there are, while Redis does not tell. */
  readonly peers: NonNullable<SharedStateOptions['peers']>;
  /** What serves where no Redis is named; this process's own unless said. */
  readonly memory?: SharedState | undefined;
}

/** The stores of shared state that configurations name: each is opened once and kept over reloads. */
export class SharedStates {
  readonly #ports: SharedStatesPorts;
  readonly #states = new Map<string, SharedState>();
  readonly #transitions: ReturnType<Metrics['counter']>;
  #outages = 0;

  constructor(ports: SharedStatesPorts) {
    this.#ports = ports;
    const { metrics } = ports;
    metrics.figure({
      name: 'showrunner_shared_state_degraded',
      help: '1 while Redis is not available and this process counts and caches for itself.',
      type: 'gauge',
      merge: 'max',
      read: () => (this.problem === undefined ? 0 : 1),
    });
    metrics.figure({
      name: 'showrunner_shared_state_outages_total',
      help: 'How often Redis was lost.',
      type: 'counter',
      read: () => this.#outages,
    });
    metrics.gauges({
      name: 'litellm_redis_circuit_breaker_state',
      help: 'How many connections to Redis are used (closed), and how many are not for now (open).',
      labelNames: ['state'],
      read: () => this.#breakers(),
    });
    this.#transitions = metrics.counter({
      name: 'litellm_redis_circuit_breaker_transitions_total',
      help: 'How often Redis was lost (open) and used again (closed).',
      labelNames: ['state'],
    });
    metrics.figure({
      name: 'showrunner_replicas',
      help: 'How many processes count limits in Redis, as this one last heard; while it is away each gives out its part.',
      type: 'gauge',
      merge: 'max',
      read: () => Math.max(1, ...[...this.#states.values()].map(({ replicas }) => replicas)),
    });
  }

  /** The store in this Redis, or in memory. Rejects with a `CannotStartError` where Redis refuses the password. */
  async at(place: RedisPlace | undefined): Promise<SharedState> {
    const key = JSON.stringify(place ?? 'memory');
    const known = this.#states.get(key) ?? (place ? undefined : this.#ports.memory);
    if (known) return known;
    const state = await openSharedState({
      ...(place && { redis: place }),
      replicasOf: 'gateway',
      spentByAll: this.#ports.spentByAll,
      peers: this.#ports.peers,
      onStatusChange: (status) => this.#tell(status),
    }).catch(cannotStart);
    this.#states.set(key, state);
    return state;
  }

  /** Why Redis is not used now; nothing while it is, or where there is none. */
  get problem(): string | undefined {
    for (const state of this.#states.values()) {
      const status = state.status();
      if (status.kind === 'redis' && status.state === 'degraded') {
        return `Redis is not available since ${status.since.toISOString()} (${status.reason}); limits and cache are this process's own`;
      }
    }
    return undefined;
  }

  /** Closes those that no configuration names any more. */
  async keepOnly(kept: readonly SharedState[]): Promise<void> {
    for (const [key, state] of this.#states) {
      if (kept.includes(state)) continue;
      this.#states.delete(key);
      await state.dispose();
    }
  }

  dispose(): Promise<void> {
    return this.keepOnly([]);
  }

  *#breakers(): Iterable<GaugeValue> {
    const statuses = [...this.#states.values()].map((state) => state.status()).filter(({ kind }) => kind === 'redis');
    if (statuses.length === 0) return;
    const open = statuses.filter((status) => status.kind === 'redis' && status.state === 'degraded').length;
    yield { labels: { state: 'closed' }, value: statuses.length - open };
    yield { labels: { state: 'open' }, value: open };
  }

  #tell(status: SharedStateStatus): void {
    const isLost = status.kind === 'redis' && status.state === 'degraded';
    this.#transitions.increment({ state: isLost ? 'open' : 'closed' });
    if (isLost) this.#outages++;
    else this.#ports.onReturn();
    this.#ports.logger[isLost ? 'warn' : 'info']({ status }, isLost ? 'Redis is not available' : 'Redis is used again');
  }
}
