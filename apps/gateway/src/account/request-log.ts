import type { Logger } from '@showrunner/service';
import { describeFailure } from '../failure/describe-failure.ts';
import type { RequestRecord } from './request-record.ts';

/** How long lines wait to be written together. */
const FLUSH_MS = 250;
/** More than this between two flushes is counted and not written: a log must not grow without bound. */
const MOST_PENDING_CHARACTERS = 8 * 1024 * 1024;

/** Where finished lines go. */
export interface LineSink {
  write(lines: string): unknown;
}

/**
 * One log line a request, written in batches behind the answers. Lines of requests that went well are made here and
 * not by the logger: they hold ids, names and figures only, so there is nothing to strike out of them, and the
 * logger's search for secrets would be the dearest step of the whole way. Failures, whose text is a vendor's, take it.
 */
export class RequestLog {
  readonly #logger: Logger;
  readonly #sink: LineSink;
  #pending = '';
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;
  #head = '';

  constructor(logger: Logger, sink: LineSink) {
    this.#logger = logger;
    this.#sink = sink;
  }

  add(record: RequestRecord): void {
    if (record.failure !== undefined) this.#addFailure(record);
    else if (this.#logger.isLevelEnabled('info')) this.#addSuccess(record);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending !== '') this.#sink.write(this.#pending);
    this.#pending = '';
    if (this.#dropped > 0) this.#logger.error({ dropped: this.#dropped }, 'request log lines were dropped');
    this.#dropped = 0;
  }

  #addSuccess(record: RequestRecord): void {
    // All lines of a flush share one time, and with it the text before their own members.
    if (!this.#timer) {
      this.#head = `{"level":"info","time":"${new Date().toISOString()}","service":"gateway","msg":"request",`;
      this.#timer = setTimeout(() => this.flush(), FLUSH_MS);
    }
    if (this.#pending.length > MOST_PENDING_CHARACTERS) this.#dropped++;
    else this.#pending += `${this.#head}${JSON.stringify(fieldsOf(record)).slice(1)}\n`;
  }

  #addFailure(record: RequestRecord): void {
    const { message, cause } = describeFailure(record.failure);
    const isUnforeseen = record.status === 500 && cause instanceof Error;
    const fields = { ...fieldsOf(record), error: message, ...(isUnforeseen && { stack: cause.stack }) };
    this.#logger.error(fields, 'request failed');
  }
}

/** The members of a line; one without a value is left out. */
function fieldsOf(record: RequestRecord): Record<string, unknown> {
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
