import { isStillThinking, lastMarkEnd } from '../markup/answer-part.ts';
import { isDraftBehind } from './candidates.ts';

/**
 * Where the JSON of a reply that still grows begins, behind what a reasoning model tells itself; `draft` where it is
 * called one, so that another will follow. Undefined while that cannot be said.
 */
export function beginningOfJson(text: string): number | 'draft' | undefined {
  if (/^\s*\{/.test(text)) return text.indexOf('{');
  if (isStillThinking(text)) return undefined;
  const from = lastMarkEnd(text);
  const start = text.indexOf('{', from);
  if (start < 0) return undefined;
  return isDraftBehind(text.slice(from, start)) ? 'draft' : start;
}
