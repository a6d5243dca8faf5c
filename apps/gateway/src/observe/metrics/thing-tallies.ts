import type { Caller } from '@showrunner/access';
import type { Metrics } from '@showrunner/service';
import { callerFacts } from '../caller-facts.ts';

/** LiteLLM's (`types/integrations/prometheus.py`, `BATCH_DURATION_BUCKETS`, 1.108.7), in seconds. */
const BATCH_BUCKETS = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400];

/** Of each metric, so that who makes up names fills no memory. */
const MOST_SERIES = 1_000;

/** Whose a file or a batch is, and which vendor has it. */
export interface ThingOwner {
  readonly caller: Caller;
  /** By its public name; nothing where no model of this gateway was named. */
  readonly model: string | undefined;
  readonly provider: string;
}

/** Counts files and batches, and what is looked up of batches to be paid, under LiteLLM's names and labels. */
export class ThingTallies {
  readonly #files: ReturnType<Metrics['counter']>;
  readonly #removed: ReturnType<Metrics['counter']>;
  readonly #batches: ReturnType<Metrics['counter']>;
  readonly #durations: ReturnType<Metrics['histogram']>;
  readonly #paid: ReturnType<Metrics['counter']>;
  readonly #errors: ReturnType<Metrics['counter']>;
  /** In bytes, of the last file, by whose it is. */
  readonly #sizes = new Map<string, { readonly labels: Readonly<Record<string, string>>; readonly value: number }>();
  #polled = 0;
  #polledAt = 0;

  constructor(metrics: Metrics) {
    const ofOwner = ['model', 'api_provider', 'user', 'user_email', 'api_key_alias'];
    const ofModel = ['model', 'api_provider'];
    const counter = (name: string, help: string, labelNames: readonly string[]) =>
      metrics.counter({ name, help, labelNames, mostSeries: MOST_SERIES });
    this.#files = counter('litellm_managed_file_created_total', 'Files that were handed to vendors.', ofOwner);
    this.#removed = counter('litellm_managed_file_deleted_total', 'Files that were deleted.', ['result']);
    this.#batches = counter('litellm_managed_batch_created_total', 'Batches that vendors carry out.', ofOwner);
    this.#durations = metrics.histogram({
      name: 'litellm_managed_batch_duration_seconds',
      help: 'Seconds from a batch to its end.',
      labelNames: ofModel,
      mostSeries: MOST_SERIES,
      buckets: BATCH_BUCKETS,
    });
    this.#paid = counter('litellm_check_batch_cost_jobs_processed_total', 'Batches that are paid for.', ofModel);
    this.#errors = counter(
      'litellm_check_batch_cost_errors_total',
      'Times that it could not be looked up what a batch cost.',
      ['error_type'],
    );
    metrics.gauges({
      name: 'litellm_managed_file_size_bytes',
      help: 'Bytes of the last file.',
      labelNames: ['purpose', 'file_type', 'model', 'api_provider', 'user'],
      merge: 'max',
      read: () => this.#sizes.values(),
    });
    metrics.figure({
      name: 'litellm_check_batch_cost_jobs_polled',
      help: 'Batches about which vendors were asked when that was last done.',
      type: 'gauge',
      read: () => this.#polled,
    });
    metrics.figure({
      name: 'litellm_check_batch_cost_last_run_timestamp',
      help: 'When that was, in seconds since 1970.',
      type: 'gauge',
      merge: 'max',
      read: () => this.#polledAt,
    });
  }

  /** @param bytes nothing where its vendor does not say it */
  fileMade(owner: ThingOwner, { purpose, bytes }: { readonly purpose: unknown; readonly bytes: unknown }): void {
    const labels = labelsOf(owner);
    this.#files.increment(labels);
    if (typeof bytes !== 'number') return;
    const { model, api_provider, user } = labels;
    const kept = { purpose: typeof purpose === 'string' ? purpose : '', file_type: 'input', model, api_provider, user };
    const name = JSON.stringify(kept);
    if (this.#sizes.size < MOST_SERIES || this.#sizes.has(name)) this.#sizes.set(name, { labels: kept, value: bytes });
  }

  fileRemoved(): void {
    this.#removed.increment({ result: 'success' });
  }

  batchMade(owner: ThingOwner): void {
    this.#batches.increment(labelsOf(owner));
  }

  /** Vendors were asked how far so many batches are. */
  polled(batches: number): void {
    this.#polled = batches;
    this.#polledAt = Date.now() / 1000;
  }

  /** @param seconds from its making to its end; nothing where its vendor does not say it */
  batchPaid({ model, provider }: Pick<ThingOwner, 'model' | 'provider'>, seconds: number | undefined): void {
    const labels = { model: model ?? '', api_provider: provider };
    this.#paid.increment(labels);
    if (seconds !== undefined) this.#durations.series(labels).observe(seconds);
  }

  billFailed(error: unknown): void {
    this.#errors.increment({ error_type: error instanceof Error ? error.name : 'Error' });
  }
}

function labelsOf({ caller, model = '', provider }: ThingOwner) {
  const { userId = '', userEmail = '', keyAlias = '' } = callerFacts(caller);
  return { model, api_provider: provider, user: userId, user_email: userEmail, api_key_alias: keyAlias };
}
