import { refusedRequest } from '../kit/failure/failures.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { ChatMessage, ContentPart } from '../spec/operations/chat.ts';

const SPEAKERS: Readonly<Record<string, string>> = { user: 'User', assistant: 'Assistant' };

/**
 * A conversation as one text, for servers that know no messages and whose model's template nobody knows: what is asked
 * alone goes as it is; where both have spoken, each turn has its speaker before it and the last line is the model's.
 * Throws a 400 for what is no text.
 */
export function promptOf(vendor: Vendor, messages: readonly ChatMessage[]): string {
  const texts = messages.map((message, index) => textOf(vendor, message, `messages[${index}]`));
  if (!messages.some(({ role }) => role === 'assistant')) return texts.join('\n\n');
  const turns = texts.map((text, index) => {
    const speaker = SPEAKERS[messages[index]?.role ?? ''];
    return speaker === undefined ? text : `${speaker}: ${text}`;
  });
  return [...turns, 'Assistant:'].join('\n\n');
}

function textOf(vendor: Vendor, { role, content }: ChatMessage, at: string): string {
  if (role === 'tool' || role === 'function') {
    throw refusedRequest(vendor, `${at}.role: ${vendor.title} calls no tools`, `${at}.role`);
  }
  if (typeof content === 'string') return content;
  return (content ?? []).map((part, index) => partText(vendor, part, `${at}.content[${index}]`)).join('');
}

function partText(vendor: Vendor, part: ContentPart, at: string): string {
  if (part.type === 'text' && typeof part.text === 'string') return part.text;
  throw refusedRequest(vendor, `${at}.type: ${vendor.title} takes texts alone`, `${at}.type`);
}
