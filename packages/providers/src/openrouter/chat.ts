import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  wire: 'translated',
  // It hands these on to the vendors behind it.
  extraMessageMembers: ['reasoning_content', 'cache_control'],
  // Counts of cached tokens and what the call cost come with the usage only where they are asked for.
  prepareBody(body) {
    body.usage ??= { include: true };
  },
});
