import type { Metrics } from '@showrunner/service';

/** LiteLLM's (`spend_log_cleanup_metrics.py`, 1.108.7), in seconds. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What LiteLLM calls the table of spend rows, and so do its dashboards. */
const ROWS = { table: 'LiteLLM_SpendLogs' };

/** How one round of deletions ended. */
export type SweepOutcome = 'completed' | 'aborted';

/** Counts what is deleted of old spend rows, under LiteLLM's names. */
export class SweepTallies {
  readonly #runs: ReturnType<Metrics['counter']>;
  readonly #removed: ReturnType<Metrics['counter']>;
  readonly #failures: ReturnType<Metrics['counter']>;
  readonly #steps: ReturnType<Metrics['histogram']>;
  /** Whether none was left behind the last round; nothing before the first one. */
  #isDone: boolean | undefined;

  constructor(metrics: Metrics) {
    const labelNames = ['table'];
    this.#runs = metrics.counter({
      name: 'litellm_spend_log_cleanup_runs_total',
      help: 'Rounds in which old spend rows were deleted.',
      labelNames: ['outcome'],
    });
    this.#removed = metrics.counter({
      name: 'litellm_spend_log_cleanup_rows_deleted_total',
      help: 'Spend rows that were deleted because they are old.',
      labelNames,
    });
    this.#failures = metrics.counter({
      name: 'litellm_spend_log_cleanup_batch_failures_total',
      help: 'Times that the database did not delete them.',
      labelNames,
    });
    this.#steps = metrics.histogram({
      name: 'litellm_spend_log_cleanup_batch_duration_seconds',
      help: 'Seconds in which some of them were deleted.',
      labelNames,
      buckets: BUCKETS,
    });
    metrics.gauges({
      name: 'litellm_spend_log_cleanup_rows_remaining',
      help: 'Old rows that are still there behind a round that came to its end: none.',
      labelNames,
      read: () => (this.#isDone === true ? [{ labels: ROWS, value: 0 }] : []),
    });
  }

  step(rows: number, seconds: number): void {
    this.#removed.increment(ROWS, rows);
    this.#steps.series(ROWS).observe(seconds);
  }

  ended(outcome: SweepOutcome): void {
    this.#isDone = outcome === 'completed';
    this.#runs.increment({ outcome });
    if (outcome === 'aborted') this.#failures.increment(ROWS);
  }
}
