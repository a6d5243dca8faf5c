import { openAiChat } from '../openai-wire/chat.ts';
import { leaveOutWhatReasoningRefuses } from './leave-out-what-reasoning-refuses.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, {
  extraMessageMembers: ['reasoning_content'],
  prepareBody: leaveOutWhatReasoningRefuses,
});
