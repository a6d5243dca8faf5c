import { ProviderError } from '@showrunner/providers';
import type { GatewayError } from '../../failure/gateway-error.ts';
import { streamEvent } from './stream-event.ts';

/** Anthropic's types by status (platform.claude.com/docs/en/api/errors, 2026-11; LiteLLM 1.108.7 has the same). */
const errorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

/** What Anthropic's clients wait for and ask again. */
const OVERLOADED = 529;

export interface MessagesErrorBody {
  type: 'error';
  error: { type: string; message: string };
}

/** An error as Anthropic's clients read it. */
export function messagesErrorBody(failure: GatewayError): MessagesErrorBody {
  const type = errorTypes[messagesErrorStatus(failure)] ?? 'api_error';
  return { type: 'error', error: { type, message: failure.message } };
}

/** Anthropic's own status where it was overloaded, which on OpenAI's wire is a 503. */
export function messagesErrorStatus({ status, cause }: GatewayError): number {
  return ProviderError.isInstance(cause) && cause.vendorType === 'overloaded_error' ? OVERLOADED : status;
}

export function messagesErrorEvent(failure: GatewayError): string {
  return streamEvent({ ...messagesErrorBody(failure) });
}
