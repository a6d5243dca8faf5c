import type { JsonObject } from '../kit/json.ts';
import { MemberReview, leaveOut, leaveOutLacked } from '../kit/request/member-review.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EncodedRequest } from '../spec/call.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import type { OpenAiChatDialect } from './chat-dialect.ts';
import { openAiMessages } from './openai-messages.ts';
import { rename, requestBody } from './request-body.ts';
import { openAiHeaders, openAiUrl, type OpenAiVendor } from './openai-vendor.ts';

/** One shallow copy of the request, changed, serialised once. */
export function encodeOpenAiChat(vendor: OpenAiVendor, dialect: OpenAiChatDialect, call: ChatCall): EncodedRequest {
  const review = new MemberReview(vendor, call);
  const body = requestBody(call);
  body.messages = openAiMessages(dialect, call);
  if (call.request.stream === true || call.request.stream_options) body.stream_options = streamOptions(dialect, call);
  leaveOutLacked(body, call, review);
  for (const member of dialect.unsupported ?? []) leaveOut(body, member, 'it is not supported', review);
  for (const [from, to] of Object.entries(dialect.renamed ?? {})) rename(body, from, to);
  dialect.prepareBody?.(body, call, review);
  return {
    url: openAiUrl(vendor, '/chat/completions', call),
    method: 'POST',
    headers: openAiHeaders(vendor, call),
    body: serialiseBody(vendor, body),
    warnings: review.conclude(),
  };
}

/** Usage is always asked for in streams; the gateway hides it from callers that did not. OpenAI refuses it elsewhere. */
function streamOptions(dialect: OpenAiChatDialect, { request }: ChatCall): JsonObject | undefined {
  if (request.stream !== true || dialect.takesStreamOptions === false) return undefined;
  return { ...request.stream_options, include_usage: true };
}
