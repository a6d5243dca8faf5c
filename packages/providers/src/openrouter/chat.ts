import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  wire: 'translated',
  // It hands these on to the vendors behind it.
  extraMessageMembers: ['reasoning_content', 'cache_control'],
});
