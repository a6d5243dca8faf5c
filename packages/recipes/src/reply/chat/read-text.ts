import type { Fixed } from '../../port/effects.ts';
import { answerPart } from '../markup/answer-part.ts';
import { plainText } from '../plain/plain-value.ts';
import { textFromCutJson } from './text-in-json.ts';
import type { Unwrapped } from './unwrapping.ts';
import { unwrapText } from './unwrap-text.ts';

/**
 * The text that was asked for as such, plain and without what the model put around it; empty where there is none.
 * Quotation marks and markup may lie under an encoding, so it is looked at again when it is plain.
 */
export function readText(reply: string, isCut: boolean): Unwrapped {
  const said = answerPart(reply);
  const first = unwrapText((isCut ? textFromCutJson(said) : undefined) ?? said);
  const plain = plainText(first.text).trim();
  if (plain === first.text) return first;
  const second = unwrapText(plain);
  return { text: second.text, removed: [...first.removed, ...second.removed] };
}

/** Says which words around a text were taken off. */
export function wordsTakenOff(removed: readonly string[], path: string): Fixed[] {
  if (removed.length === 0) return [];
  const message = 'What the model said around its text was taken off.';
  const figures = { value: removed.length, limit: 0, unit: 'passages', path, message, removed };
  return [
    { kind: 'fixed', outcome: 'fixed', finding: { name: 'reply_wrapping', ok: false, severity: 'report', ...figures } },
  ];
}
