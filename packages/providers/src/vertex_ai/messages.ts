import { anthropicMessages } from '../anthropic-wire/messages.ts';
import type { HttpMessages } from '../spec/operations/messages.ts';
import { isClaude } from './publishers.ts';
import { vendor } from './vendor.ts';

export const messages: HttpMessages = { ...anthropicMessages(vendor), fits: isClaude };
