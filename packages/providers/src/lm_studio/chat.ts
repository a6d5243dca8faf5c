import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  renamed: { max_completion_tokens: 'max_tokens' },
  prepareBody(body, { request }, review) {
    // It answers 400 to anything but `json_schema` and `text`.
    if (request.response_format?.type !== 'json_object') return;
    review.warn('response_format', 'JSON is asked for as a schema that any object fits.');
    body.response_format = { type: 'json_schema', json_schema: { name: 'object', schema: { type: 'object' } } };
  },
});
