import { EventStreamDecoder } from '../../kit/stream/stream-decoder.ts';
import type { HttpVendor } from '../../spec/adapter.ts';
import type { HttpChat } from '../../spec/operations/chat.ts';
import type { HttpResponses } from '../../spec/operations/responses.ts';
import { responsesRequest } from './encode.ts';
import { readResponse } from './read-response.ts';
import { ResponseEventReader } from './read-stream.ts';

/**
 * Chat of a vendor that is asked for responses: what its models think comes back sealed and goes on with the next turn,
 * which a chat of OpenAI's loses, and some models answer in no other way.
 */
export function chatByResponses(vendor: HttpVendor, responses: HttpResponses): HttpChat {
  return {
    wire: 'translated',
    encode: (call) => {
      const { request, warnings } = responsesRequest(vendor, call);
      const encoded = responses.encode({ ...call, request });
      return { ...encoded, warnings: [...warnings, ...encoded.warnings] };
    },
    decode: (body, call) =>
      readResponse(vendor, responses.decode(body, { ...call, request: { model: call.model } }), call.model),
    stream: (call) => new EventStreamDecoder(vendor, new ResponseEventReader(vendor, call)),
  };
}
