import {
  anthropicError,
  anthropicEvents,
  anthropicMessage,
  openAiChunks,
  openAiCompletion,
  openAiError,
  type Behaviour,
} from '@showrunner/testkit';
import type { Reply } from './case-file.ts';
import { otherReplies, type Asked } from './other-replies.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * What a case's word for a reply means for one request: `ok` and `{ ok: … }` answer as the vendor of that path
 * documents, `{ error: 429, … }` fails in that vendor's shape; anything else is a behaviour of the testkit.
 */
export function behaviourOf(reply: Reply, request: Asked): Behaviour {
  if (reply === 'hang') return { hang: true };
  if (reply === 'reset') return { reset: true };
  if (typeof reply === 'string') return okReply({}, request);
  if ('ok' in reply) return { ...reply, ...okReply(reply.ok as Options, request) };
  if ('error' in reply) return errorReply(reply as unknown as ErrorReply, request);
  return reply as unknown as Behaviour;
}

interface ErrorReply {
  readonly error: number;
  readonly message?: string;
  readonly type?: string;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function okReply(options: Options, request: Asked): Behaviour {
  const path = request.path.split('?')[0] ?? '';
  const streams = (request.body as { stream?: unknown } | undefined)?.stream === true;
  if (path.endsWith('/chat/completions')) {
    const text = options.text as string | undefined;
    return streams ? { sse: openAiChunks(text, options) } : { json: openAiCompletion(options) };
  }
  if (path.endsWith('/messages')) {
    const text = options.text as string | undefined;
    return streams ? { sse: anthropicEvents(text, options) } : { json: anthropicMessage(options) };
  }
  return otherReplies(path, streams, options, request);
}

function errorReply({ error: status, message, type, code, headers }: ErrorReply, { path }: Asked): Behaviour {
  const isAnthropic = /\/messages(\/|\?|$)/.test(path);
  const [openAiType, anthropicType] = ERROR_TYPES[status] ?? ['server_error', 'api_error'];
  const words = message ?? `The vendor says ${status}`;
  const json = isAnthropic
    ? anthropicError(type ?? anthropicType, words)
    : openAiError(words, type ?? openAiType, code ?? null);
  return { status, json, ...(headers ? { headers } : {}) };
}

/** By status: what OpenAI and Anthropic document ("Error codes", "Errors"; read 2026-11). */
const ERROR_TYPES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['invalid_request_error', 'invalid_request_error'],
  401: ['invalid_request_error', 'authentication_error'],
  403: ['invalid_request_error', 'permission_error'],
  404: ['invalid_request_error', 'not_found_error'],
  413: ['invalid_request_error', 'request_too_large'],
  422: ['invalid_request_error', 'invalid_request_error'],
  429: ['rate_limit_error', 'rate_limit_error'],
  503: ['server_error', 'api_error'],
  529: ['overloaded_error', 'overloaded_error'],
};
