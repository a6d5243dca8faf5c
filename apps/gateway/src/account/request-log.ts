import type { Logger } from '@showrunner/service';
import { describeFailure } from '../failure/describe-failure.ts';
import type { RequestRecord } from './request-record.ts';

/** How long lines wait to be written together. */
const FLUSH_MS = 250;
/** More than this between two flushes are counted and not written: a log must not grow without bound. */
const MOST_PENDING = 20_000;

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
  #pending: RequestRecord[] = [];
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(logger: Logger, sink: LineSink) {
    this.#logger = logger;
    this.#sink = sink;
  }

  add(record: RequestRecord): void {
    if (this.#pending.length >= MOST_PENDING) this.#dropped++;
    else this.#pending.push(record);
    this.#timer ??= setTimeout(() => {
      this.flush();
    }, FLUSH_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const records = this.#pending;
    this.#pending = [];
    this.#writeSuccesses(records.filter(({ failure }) => failure === undefined));
    for (const record of records) if (record.failure !== undefined) this.#writeFailure(record);
    if (this.#dropped > 0) this.#logger.error({ dropped: this.#dropped }, 'request log lines were dropped');
    this.#dropped = 0;
  }

  #writeSuccesses(records: readonly RequestRecord[]): void {
    if (records.length === 0 || !this.#logger.isLevelEnabled('info')) return;
    const time = new Date().toISOString();
    const lines = records.map(
      (record) =>
        `${JSON.stringify({ level: 'info', time, service: 'gateway', ...fieldsOf(record), msg: 'request' })}\n`,
    );
    this.#sink.write(lines.join(''));
  }

  #writeFailure(record: RequestRecord): void {
    const { message, cause } = describeFailure(record.failure);
    const isUnforeseen = record.status === 500 && cause instanceof Error;
    const fields = { ...fieldsOf(record), error: message, ...(isUnforeseen && { stack: cause.stack }) };
    this.#logger.error(fields, 'request failed');
  }
}

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
