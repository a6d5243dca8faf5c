import type { ThinkingBlock } from '../../spec/operations/chat.ts';
import type { ResponseItem } from '../../spec/operations/responses.ts';
import { asObjects, asString, type JsonObject } from '../../kit/json.ts';
import { openAiSealIn, withOpenAiSeal } from '../../kit/openai-seal.ts';

/** Between the parts of a summary, as they are shown. */
export const PART_SEPARATOR = '\n\n';

/**
 * A reasoning item as a block of thinking: the summary is what was thought, and what only OpenAI can read is its
 * signature, by which the next turn goes on from it. Nothing where it says neither.
 */
export function thinkingOf({ summary, encrypted_content: sealed }: ResponseItem): ThinkingBlock | undefined {
  const thinking = asObjects(summary)
    .map(({ text }) => asString(text) ?? '')
    .filter((text) => text !== '')
    .join(PART_SEPARATOR);
  const signature = typeof sealed === 'string' && sealed !== '' ? withOpenAiSeal(sealed) : '';
  if (thinking === '' && signature === '') return undefined;
  return thinking === '' ? { type: 'redacted_thinking', data: signature } : { type: 'thinking', thinking, signature };
}

/** The item again, without the id, which a vendor that keeps nothing does not know; nothing of what others signed. */
export function reasoningItem({ type, thinking, signature, data }: JsonObject): ResponseItem | undefined {
  const sealed = openAiSealIn(type === 'thinking' ? signature : data);
  if (sealed === undefined) return undefined;
  const summary = type === 'thinking' ? [{ type: 'summary_text', text: asString(thinking) ?? '' }] : [];
  return { type: 'reasoning', summary, encrypted_content: sealed };
}
