import { anthropicChat } from '../anthropic-wire/chat.ts';
import type { HttpChat } from '../spec/operations/chat.ts';
import { geminiChat } from './gemini-chat.ts';
import { isGemini } from './publishers.ts';
import { vendor } from './vendor.ts';

/** Claude by Anthropic's wire, Gemini by its own. */
export const chat: HttpChat = {
  ...anthropicChat(vendor),
  others: [{ name: 'gemini', title: 'Gemini at Vertex AI', fits: isGemini, chat: geminiChat }],
};
