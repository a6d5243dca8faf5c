import { mistralDialect } from '../mistral-wire/mistral-dialect.ts';
import { openAiChat } from '../openai-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = openAiChat(vendor, mistralDialect);
