import type { Usage } from '@showrunner/providers';
import { describeFailure } from '../http/describe-failure.ts';

/** How long lines wait to be written together. */
const FLUSH_MS = 250;
/** More than this between two flushes are counted and not written: a log must not grow without bound. */
const MOST_PENDING = 20_000;

/** What is known of a finished request; never its content. */
export interface RequestRecord {
  readonly requestId: string;
  readonly callId: string;
  readonly model: string;
  readonly servedBy: string | undefined;
  readonly modelId: string | undefined;
  readonly status: number;
  readonly isStream: boolean;
  readonly isCacheHit: boolean;
  readonly usage: Usage | undefined;
  readonly isEstimated: boolean;
  readonly cost: number | undefined;
  readonly durationMs: number;
  readonly upstreamMs: number;
  readonly retries: number;
  readonly fallbacks: number;
  readonly failure: unknown;
}

export interface LineWriter {
  info(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** One log line a request, written in batches behind the answers. */
export class RequestLog {
  readonly #logger: LineWriter;
  #pending: RequestRecord[] = [];
  #dropped = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(logger: LineWriter) {
    this.#logger = logger;
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
    for (const record of records) this.#write(record);
    if (this.#dropped > 0) this.#logger.error({ dropped: this.#dropped }, 'request log lines were dropped');
    this.#dropped = 0;
  }

  #write({ usage, failure, ...record }: RequestRecord): void {
    const fields = {
      ...record,
      durationMs: Math.round(record.durationMs * 1000) / 1000,
      upstreamMs: Math.round(record.upstreamMs * 1000) / 1000,
      inputTokens: usage?.prompt_tokens,
      outputTokens: usage?.completion_tokens,
    };
    if (failure === undefined) {
      this.#logger.info(fields, 'request');
      return;
    }
    const { message, cause } = describeFailure(failure);
    const unexpected = record.status === 500 && cause instanceof Error ? { stack: cause.stack } : {};
    this.#logger.error({ ...fields, error: message, ...unexpected }, 'request failed');
  }
}
