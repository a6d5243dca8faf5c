import type { Exchange } from '../../exchange/exchange.ts';
import { errorBody, type ErrorBody, type GatewayError } from '../../failure/gateway-error.ts';
import { asAsciiJson } from '../../json/splice.ts';

/** Clients refuse heads of 16 KB. */
const MOST_CHARACTERS = 4_000;
const MOST_MESSAGE_CHARACTERS = 500;

/**
 * `x-litellm-fallback-errors`: why others had to stand in, as a list of JSON (LiteLLM 1.108.7,
 * `router_utils/add_retry_fallback_headers.py`). What is too long for a head lacks its last errors.
 */
export function fallbackErrorsLine(errors: readonly GatewayError[]): string {
  const told = errors.map(toldError);
  while (told.length > 0 && asAsciiJson(told).length > MOST_CHARACTERS) told.pop();
  return `x-litellm-fallback-errors: ${asAsciiJson(told)}\r\n`;
}

/**
 * The same as the first event of a stream of chunks, with who stands in (`_format_fallback_metadata_sse_event`,
 * `proxy/proxy_server.py`); nothing where streams are no chunks.
 */
export function fallbackErrorsEvent({ answer, wire }: Exchange, errors: readonly GatewayError[]): string | undefined {
  if (wire.name !== CHUNKS) return undefined;
  const model = answer.deployment?.group ?? '';
  const chunk = {
    id: 'litellm-fallback-metadata',
    object: 'chat.completion.chunk',
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [],
    litellm_fallback: { fallback_model: model, errors: errors.map(toldError) },
  };
  return `data: ${asAsciiJson(chunk)}\n\n`;
}

/** The wire whose streams are chunks. */
const CHUNKS = 'openai-chat';

function toldError(failure: GatewayError): ErrorBody['error'] {
  const { message, type, param, code } = errorBody(failure).error;
  return { message: message.slice(0, MOST_MESSAGE_CHARACTERS), type, param, code };
}
