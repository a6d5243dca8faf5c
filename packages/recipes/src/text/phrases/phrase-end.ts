import { functionWords } from '../../language/function-words/by-script.ts';

/** A cut phrase without the small words that wait for what was cut off: "Water flows into the" → "Water flows". */
export function withoutDanglingWords(phrase: string, language: string): string {
  const known = functionWords(language);
  const parts = phrase.replace(/[\s\-–—,;:]+$/u, '').split(' ');
  while (parts.length > 2 && known.has((parts.at(-1) ?? '').toLowerCase())) parts.pop();
  return parts.join(' ').replace(/[\s\-–—,;:]+$/u, '');
}
