import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  renamed: { max_completion_tokens: 'max_tokens' },
  extraMessageMembers: ['reasoning_content'],
  prepareBody(body, { model }) {
    // Short names stand for the vendor's own public models.
    if (!model.includes('/') && !model.includes('#')) body.model = `accounts/fireworks/models/${model}`;
  },
});
