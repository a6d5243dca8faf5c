import { objectOf, textOf } from '../../json-members.ts';

/** Enough of a prompt to be found by, little beside what a job keeps. */
const MOST_CHARACTERS = 4_000;

/** What a job can be searched by: its prompt, its titles and its label, in lower case and composed letters. */
export function wordsOf(input: unknown, ...others: readonly (string | null | undefined)[]): string {
  const body = objectOf(input);
  const named = [textOf(body?.prompt), textOf(body?.title), textOf(body?.instruction), ...others];
  return searchable(named.filter((text) => typeof text === 'string' && text !== '').join('\n')).slice(
    0,
    MOST_CHARACTERS,
  );
}

/** A text as searches compare it, whatever its case and however its letters are composed. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('\0', '');
}
