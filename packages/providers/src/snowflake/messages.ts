import { anthropicMessages } from '../anthropic-wire/messages.ts';
import type { HttpMessages } from '../spec/operations/messages.ts';
import { claudeVendor, isClaudeOnSnowflake } from './vendor.ts';

export const messages: HttpMessages = { ...anthropicMessages(claudeVendor), fits: isClaudeOnSnowflake };
