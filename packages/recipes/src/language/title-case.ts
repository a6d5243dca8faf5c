import { primarySubtag } from './scripts.ts';

/** Words that stay small inside an English title (Chicago Manual of Style 8.159: articles, conjunctions, short prepositions). */
const SMALL = new Set(
  'a an the and but or nor for so yet as at by from in into of off on onto out over per to up via vs with without'.split(
    ' ',
  ),
);

/**
 * A title as English ones are written on YouTube: "Why Do Cats Purr?". Words with capitals or figures of their own stay
 * as they are. Titles of other languages stay.
 */
export function toTitleCase(title: string, language: string): string {
  if (primarySubtag(language) !== 'en') return title;
  const list = title.split(' ');
  return list
    .map((word, at) => {
      const isInside = at > 0 && at < list.length - 1 && !/[:?!.]$/u.test(list[at - 1] ?? '');
      const lower = word.toLowerCase();
      if (isInside && SMALL.has(lower)) return lower;
      return word.split('-').map(capitalised).join('-');
    })
    .join(' ');
}

function capitalised(part: string): string {
  if (/\p{Ll}\p{Lu}/u.test(part)) return part;
  return part.replace(/^[("“‘'’]*\p{Ll}/u, (start) => start.toUpperCase());
}
