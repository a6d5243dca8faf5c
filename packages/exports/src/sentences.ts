import { endsInAbbreviation } from '@showrunner/recipes/in-browser';
import { segmenterFor } from './segmenters.ts';

/** A text's sentences with the spaces after them: joined they are the text. */
export function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenterFor(language, 'sentence').segment(text)) {
    open += segment;
    if (isAbbreviated(open.trimEnd())) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}

/** Whether the stop at a text's end is an abbreviation's, or stands after a single letter (`z. B.`), and ends nothing. */
export function isAbbreviated(text: string): boolean {
  return text.endsWith('.') && (SINGLE_LETTER.test(text) || endsInAbbreviation(text.slice(0, -1)));
}

const SINGLE_LETTER = /(?<![\p{L}\p{M}\p{N}])[\p{Lu}\p{Ll}]\.$/u;
