import { anthropicChat } from '../anthropic-wire/chat.ts';
import { vendor } from './vendor.ts';

export const chat = anthropicChat(vendor);
