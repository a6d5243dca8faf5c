import type { GatewayError } from '../../failure/gateway-error.ts';
import { streamEvent } from './stream-event.ts';

/**
 * Google's words by status (its API design guide, "Errors", 2026-11, with those that LiteLLM 1.108.7 writes where tokens
 * are counted).
 */
const words: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const SERVER_ERROR = 500;

/** An error as Google's clients read it. */
export interface ContentsErrorBody {
  error: { code: number; message: string; status: string };
}

export function contentsErrorBody({ status: code, message }: GatewayError): ContentsErrorBody {
  const status = words[code] ?? (code >= SERVER_ERROR ? 'INTERNAL' : 'FAILED_PRECONDITION');
  return { error: { code, message, status } };
}

export function contentsErrorEvent(failure: GatewayError): string {
  return streamEvent({ ...contentsErrorBody(failure) });
}
