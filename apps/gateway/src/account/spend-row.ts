import { randomBytes } from 'node:crypto';
import type { RequestRecord } from './request-record.ts';

/** A row of `spend_logs`: what one request used and cost, under the names of LiteLLM's `LiteLLM_SpendLogs`. */
export interface SpendRow {
  /** Unique, unlike `request_id`, which callers may choose. */
  readonly row_id: string;
  /** `x-litellm-call-id`. */
  readonly request_id: string;
  readonly call_type: string;
  readonly api_key: string;
  /** US dollars; null where the price is not known. */
  readonly spend: number | null;
  readonly total_tokens: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** ISO 8601, UTC. */
  readonly startTime: string;
  readonly endTime: string;
  /** A stream's first content. */
  readonly completionStartTime: string | null;
  /** The vendor's name for what answered. */
  readonly model: string;
  /** The deployment. */
  readonly model_id: string;
  /** What was asked for. */
  readonly model_group: string;
  readonly custom_llm_provider: string;
  readonly cache_hit: 'True' | 'False';
  readonly status: 'success' | 'failure';
}

/** The columns that are shown, in their order. */
export const spendColumns = [
  'request_id',
  'call_type',
  'api_key',
  'spend',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'startTime',
  'endTime',
  'completionStartTime',
  'model',
  'model_id',
  'model_group',
  'custom_llm_provider',
  'cache_hit',
  'status',
] as const satisfies readonly (keyof SpendRow)[];

export type ShownSpend = Pick<SpendRow, (typeof spendColumns)[number]>;

const processPart = `${randomBytes(8).toString('hex')}-`;
let count = 0;

export function newRowId(): string {
  return processPart + count++;
}

/** Whether a vendor or the cache had a part in it. What was refused before costs nothing and could fill any disk. */
export function isSpend({ deployment, upstreamMs }: RequestRecord): boolean {
  return deployment !== undefined || upstreamMs > 0;
}

/** The row of a finished request: figures and names, never content. `clock` is of `wallClockOffset()`. */
export function spendRow(record: RequestRecord, rowId: string, clock: number): SpendRow {
  const { deployment, usage, firstContentAt } = record;
  return {
    row_id: rowId,
    request_id: record.callId,
    call_type: 'acompletion',
    api_key: record.caller.keyId,
    spend: record.cost ?? (deployment && record.failure === undefined ? null : 0),
    total_tokens: usage?.total_tokens ?? 0,
    prompt_tokens: usage?.prompt_tokens ?? 0,
    completion_tokens: usage?.completion_tokens ?? 0,
    startTime: new Date(clock + record.startedAt).toISOString(),
    endTime: new Date(clock + record.startedAt + record.durationMs).toISOString(),
    completionStartTime: firstContentAt === undefined ? null : new Date(clock + firstContentAt).toISOString(),
    model: deployment?.vendorModel ?? '',
    model_id: deployment?.id ?? '',
    model_group: record.model,
    custom_llm_provider: deployment?.adapter.name ?? '',
    cache_hit: record.isCacheHit ? 'True' : 'False',
    status: record.failure === undefined ? 'success' : 'failure',
  };
}

/** What makes a time of `performance.now()` one of the wall clock, as it is now: it may have been corrected since the start. */
export function wallClockOffset(): number {
  return Date.now() - performance.now();
}
