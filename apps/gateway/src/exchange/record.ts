import type { Usage } from '@showrunner/providers';
import type { Deployment } from './deployment.ts';
import type { Caller } from './caller.ts';

/** What is told of an answer, plain or streamed, fresh or cached. Whoever reads the answer fills it in. */
export interface AnswerFacts {
  /** What the vendor counted; nothing where it counted nothing. */
  usage: Usage | undefined;
  /** About how many tokens the answer is, for where the vendor counted nothing. */
  roughTokens: number;
  /** The model that answered, where an adapter of this gateway chose it (`local/auto`). */
  model: string | undefined;
}

/**
 * One request, in figures and names, never its content. It is filled on the request's way; the log, the metrics, the
 * response headers and the spend rows read it. A new figure is a member here, filled where it is first known.
 */
export interface RequestRecord {
  /** `x-request-id`: the caller's, or made here. */
  readonly requestId: string;
  /** `x-litellm-call-id`: the caller's, or the request id. */
  readonly callId: string;
  readonly caller: Caller;
  /** What was asked for, bounded: the pattern of the wildcard that took it, `other` where nobody answers to it. */
  readonly model: string;
  readonly isStream: boolean;
  /** `performance.now()` when its head was there; `performance.timeOrigin` added, milliseconds since 1970. */
  readonly startedAt: number;
  /** The deadline of all attempts together. */
  readonly timeoutSeconds: number;
  /** Milliseconds spent waiting for vendors, all attempts together. */
  upstreamMs: number;
  retries: number;
  /** How many there may be, where no policy says otherwise. */
  maxRetries: number;
  fallbacks: number;
  /** Who answered; nothing where nobody did. */
  deployment: Deployment | undefined;
  answer: AnswerFacts | undefined;
  isCacheHit: boolean;
  /** `performance.now()` at a stream's first content. */
  firstContentAt: number | undefined;
  /** US dollars; nothing where the price is not known. */
  cost: number | undefined;
  /** From here on: known when the last byte is out. */
  durationMs: number;
  /** As the vendor counted, or estimated. */
  usage: Usage | undefined;
  isEstimated: boolean;
  status: number;
  failure: unknown;
}

/** A request that has just been read. */
export function openRecord(
  known: Pick<RequestRecord, 'requestId' | 'callId' | 'caller' | 'model' | 'isStream' | 'startedAt' | 'timeoutSeconds'>,
): RequestRecord {
  return {
    requestId: known.requestId,
    callId: known.callId,
    caller: known.caller,
    model: known.model,
    isStream: known.isStream,
    startedAt: known.startedAt,
    timeoutSeconds: known.timeoutSeconds,
    upstreamMs: 0,
    retries: 0,
    maxRetries: 0,
    fallbacks: 0,
    deployment: undefined,
    answer: undefined,
    isCacheHit: false,
    firstContentAt: undefined,
    cost: undefined,
    durationMs: 0,
    usage: undefined,
    isEstimated: false,
    status: 200,
    failure: undefined,
  };
}
