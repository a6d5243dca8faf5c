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
    const head = `{"level":"info","time":"${new Date().toISOString()}","service":"gateway",`;
    this.#sink.write(records.map((record) => `${head}${asMembers(record)}"msg":"request"}\n`).join(''));
  }

  #writeFailure(record: RequestRecord): void {
    const { message, cause } = describeFailure(record.failure);
    const isUnforeseen = record.status === 500 && cause instanceof Error;
    const fields = { ...fieldsOf(record), error: message, ...(isUnforeseen && { stack: cause.stack }) };
    this.#logger.error(fields, 'request failed');
  }
}

type Field = string | number | boolean | undefined;

/** The members of a line, in their order; one without a value is left out. */
const fields: readonly (readonly [name: string, read: (record: RequestRecord) => Field])[] = [
  ['request_id', (record) => record.requestId],
  ['call_id', (record) => record.callId],
  ['model', (record) => record.model],
  ['served_by', (record) => record.deployment?.model],
  ['model_id', (record) => record.deployment?.id],
  ['status', (record) => record.status],
  ['stream', (record) => record.isStream],
  ['cache_hit', (record) => record.isCacheHit],
  ['input_tokens', (record) => record.usage?.prompt_tokens],
  ['output_tokens', (record) => record.usage?.completion_tokens],
  ['tokens_estimated', (record) => record.isEstimated],
  ['cost_usd', (record) => record.cost],
  ['duration_ms', (record) => inMicros(record.durationMs)],
  ['upstream_ms', (record) => inMicros(record.upstreamMs)],
  ['retries', (record) => record.retries],
  ['fallbacks', (record) => record.fallbacks],
];

function fieldsOf(record: RequestRecord): Record<string, Field> {
  return Object.fromEntries(fields.map(([name, read]) => [name, read(record)]));
}

/** The same as JSON without its braces, at a third of what `JSON.stringify` takes for an object of this size. */
function asMembers(record: RequestRecord): string {
  let members = '';
  for (const [name, read] of fields) {
    const value = read(record);
    if (value !== undefined) members += `"${name}":${typeof value === 'string' ? JSON.stringify(value) : value},`;
  }
  return members;
}

function inMicros(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
