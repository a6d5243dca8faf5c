import { anthropicMessages } from '../anthropic-wire/messages.ts';
import type { HttpMessages } from '../spec/operations/messages.ts';
import { isClaudeOnBedrock } from './bedrock-model.ts';
import { vendor } from './vendor.ts';

export const messages: HttpMessages = { ...anthropicMessages(vendor), fits: isClaudeOnBedrock };
