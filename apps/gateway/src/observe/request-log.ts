import { ProviderError } from '@showrunner/providers';
import type { Logger } from '@showrunner/service';
import { describeFailure } from '../failure/describe-failure.ts';
import type { Observer } from '../exchange/record/observers.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';

/** How long requests wait to be written down together. */
const FLUSH_MS = 250;
/** So many are written at once, which holds the event loop half a millisecond. */
const MOST_PENDING = 1_000;

/** Where finished lines go. */
export interface LineSink {
  write(lines: string): unknown;
}

/**
 * One log line a request, written in batches behind the answers. Lines of requests that went well are made here and
 * not by the logger: they hold ids, names and figures only, so there is nothing to strike out of them, and the
 * logger's search for secrets would be the dearest step of the whole way. Failures, whose text is a vendor's, take it.
 */
export class RequestLog implements Observer {
  readonly #logger: Logger;
  readonly #sink: LineSink;
  #pending: FinishedRecord[] = [];
  /** When the first of them came; their lines share this time. */
  #since = new Date();
  #timer: NodeJS.Timeout | undefined;

  constructor(logger: Logger, sink: LineSink) {
    this.#logger = logger;
    this.#sink = sink;
  }

  exchangeEnded(record: FinishedRecord): void {
    if (record.failure !== undefined) this.#addFailure(record);
    else if (this.#logger.isLevelEnabled('info')) this.#addSuccess(record);
  }

  flush(): void {
    clearTimeout(this.#timer);
    if (this.#pending.length === 0) return;
    const head = `{"level":"info","time":"${this.#since.toISOString()}","service":"gateway","msg":"request",`;
    let lines = '';
    for (const record of this.#pending) lines += `${head}${JSON.stringify(fieldsOf(record)).slice(1)}\n`;
    this.#pending = [];
    this.#sink.write(lines);
  }

  #addSuccess(record: FinishedRecord): void {
    if (this.#pending.length === 0) {
      this.#since = new Date();
      this.#timer = setTimeout(() => this.flush(), FLUSH_MS);
    }
    this.#pending.push(record);
    if (this.#pending.length === MOST_PENDING) this.flush();
  }

  #addFailure(record: FinishedRecord): void {
    const { message, cause } = describeFailure(record.failure);
    const isUnforeseen = record.status === 500 && cause instanceof Error && !ProviderError.isInstance(cause);
    const fields = { ...fieldsOf(record), error: message, ...(isUnforeseen && { stack: cause.stack }) };
    this.#logger.error(fields, 'request failed');
  }
}

/** The members of a line; one without a value is left out. */
function fieldsOf(record: FinishedRecord): Record<string, unknown> {
  return {
    request_id: record.requestId,
    call_id: record.callId,
    model: record.model,
    served_by: record.deployment?.model,
    model_id: record.deployment?.id,
    status: record.status,
    stream: record.isStream,
    cache_hit: record.isCacheHit,
    input_tokens: record.usage?.prompt_tokens,
    output_tokens: record.usage?.completion_tokens,
    tokens_estimated: record.isEstimated,
    cost_usd: record.cost,
    duration_ms: inMicros(record.durationMs),
    upstream_ms: inMicros(record.upstreamMs),
    retries: record.retries,
    fallbacks: record.fallbacks,
  };
}

function inMicros(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
