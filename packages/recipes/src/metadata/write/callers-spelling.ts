import { primarySubtag } from '../../language/scripts.ts';
import { words } from '../../text/words.ts';
import type { MetadataInput } from '../schema.ts';

/**
 * An English title with the words of the working title as the caller spells them: a model that reads "cancelling" and
 * "harbour" writes "canceling" and "harbor".
 */
export function inCallersSpelling(title: string, { title: working, language }: MetadataInput): string {
  if (primarySubtag(language) !== 'en') return title;
  const own = new Map(words(working).map((word) => [american(word), word.toLowerCase()]));
  return title.replace(/\p{L}{4,}/gu, (word) => {
    const spelled = own.get(american(word));
    if (spelled === undefined || spelled === word.toLowerCase()) return word;
    return /^\p{Lu}/u.test(word) ? spelled.charAt(0).toUpperCase() + spelled.slice(1) : spelled;
  });
}

/** A word as it is spelled in America: "cancelling", "harbour", "organise", "centre"; good to compare by and for nothing else. */
function american(word: string): string {
  return word
    .toLowerCase()
    .replace(/ll(?=(?:ing|ed|er|ers)$)/u, 'l')
    .replace(/our(?=s?$|ed$|ing$|ful$|ite$)/u, 'or')
    .replace(/is(?=e[ds]?$|ing$|er$)/u, 'iz')
    .replace(/(?<=[bt])re(?=s?$)/u, 'er');
}
