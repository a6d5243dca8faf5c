import type { Logger, Metrics } from '@showrunner/service';
import type { EventQueueOptions } from './event-queue.ts';

/** Counts what callbacks lost; one for all configurations. */
export class CallbackTallies {
  readonly #failures: ReturnType<Metrics['counter']>;
  readonly #dropped: ReturnType<Metrics['counter']>;

  constructor(metrics: Metrics) {
    this.#failures = metrics.counter({
      name: 'litellm_callback_logging_failures_metric_total',
      help: 'Batches of events that a callback did not take, and events for which there was no room.',
      labelNames: ['callback_name'],
    });
    this.#dropped = metrics.counter({
      name: 'showrunner_callback_events_dropped_total',
      help: 'Events that a callback refused, for which there was no room, or that the end of the process cut off.',
      labelNames: ['callback_name'],
    });
  }

  failed(name: string, lost: number): void {
    this.#failures.increment({ callback_name: name });
    if (lost > 0) this.#dropped.increment({ callback_name: name }, lost);
  }

  /** Counts the troubles of a queue and logs each kind once. */
  onTrouble(name: string, logger: Logger, of: object = {}): EventQueueOptions['onTrouble'] {
    return ({ reason, lost, isNew }) => {
      this.failed(name, lost);
      // Named once: whoever does not take a batch will not take the next either, twice a second.
      if (isNew) logger.warn({ callback: name, ...of, reason, lost }, 'a callback did not take its events');
    };
  }
}
