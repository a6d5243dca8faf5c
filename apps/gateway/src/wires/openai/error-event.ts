import { errorBody, type GatewayError } from '../../failure/gateway-error.ts';

/** The event by which a stream of named events says that it broke (OpenAI's API reference, "Streaming events", 2026-11). */
export function errorEvent(failure: GatewayError): string {
  return `event: error\ndata: ${JSON.stringify({ type: 'error', ...errorBody(failure) })}\n\n`;
}
