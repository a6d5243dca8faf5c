import { anthropicMessages } from '../anthropic-wire/messages.ts';
import { vendor } from './vendor.ts';

export const messages = anthropicMessages(vendor);
