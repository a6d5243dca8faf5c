import { openAiChat } from '../openai-wire/chat.ts';
import { withTextsAlone } from '../openai-wire/text-only.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  renamed: { max_completion_tokens: 'max_tokens' },
  prepareBody: (body) => withTextsAlone(vendor, body),
});
