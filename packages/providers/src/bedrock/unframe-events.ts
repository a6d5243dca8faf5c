import { exceptionIn, textOfBytes, unframing, type Frame } from '../aws/frames.ts';
import { asString, isJsonObject, parseJson } from '../kit/json.ts';

/** AWS's exceptions in Anthropic's words (Bedrock's API reference, "ResponseStream", 2026-11). */
const errorTypes: Readonly<Record<string, string>> = {
  throttlingException: 'rate_limit_error',
  serviceUnavailableException: 'overloaded_error',
  validationException: 'invalid_request_error',
  modelTimeoutException: 'timeout_error',
};

/** Server-sent events of a stream of Bedrock's: each frame holds one event, of Anthropic's packed. */
export function unframeEvents(): (bytes: Uint8Array) => Uint8Array {
  return unframing({ eventOf, broken: (message) => errorEvent('api_error', message) });
}

function eventOf(frame: Frame): string {
  const { headers, body } = frame;
  const said = parseJson(textOfBytes(body));
  const exception = exceptionIn(frame);
  if (exception !== undefined) {
    const message = isJsonObject(said) ? asString(said.message) : undefined;
    return errorEvent(errorTypes[exception] ?? 'api_error', message ?? exception);
  }
  const packed = isJsonObject(said) ? asString(said.bytes) : undefined;
  // Converse has its events as they are, each named by a header.
  if (packed === undefined) return `data: ${JSON.stringify({ [String(headers[':event-type']?.value)]: said })}\n\n`;
  const data = Buffer.from(packed, 'base64').toString();
  const event = parseJson(data);
  const type = isJsonObject(event) ? asString(event.type) : undefined;
  return `${type === undefined ? '' : `event: ${type}\n`}data: ${data.replaceAll('\n', ' ')}\n\n`;
}

function errorEvent(type: string, message: string): string {
  return `event: error\ndata: ${JSON.stringify({ type: 'error', error: { type, message } })}\n\n`;
}
