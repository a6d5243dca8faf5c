import { readChatRequest } from '../kit/request/read-chat-request.ts';
import type { JsonObject } from '../kit/json.ts';
import type { MemberReview } from '../kit/request/member-review.ts';
import type { ChatCall } from '../spec/operations/chat.ts';
import { vendor } from './vendor.ts';

/** DeepSeek has JSON mode but no schemas (api-docs.deepseek.com/guides/json_mode): the schema goes in as words. */
export function askForJsonInWords(body: JsonObject, { request }: ChatCall, review: MemberReview): void {
  if (request.response_format?.type !== 'json_schema') return;
  const { response_format: format } = readChatRequest(vendor, request);
  if (format?.type !== 'json_schema') return;
  review.warn('response_format', 'The schema is asked for in words; the vendor holds the answer only to be JSON.');
  body.response_format = { type: 'json_object' };
  body.messages = [
    {
      role: 'system',
      content: `Answer with JSON that fits this JSON Schema:\n${JSON.stringify(format.json_schema.schema ?? {})}`,
    },
    ...(Array.isArray(body.messages) ? (body.messages as unknown[]) : []),
  ];
}
