import { toCapitals } from '../language/capitals.ts';
import { strongestPhrase } from '../text/phrases/key-phrases.ts';
import { splitSentences } from '../text/sentences.ts';
import { drawable, headlineWords, isFragment, MOST_OVERLAY_WORDS, shortened } from './headline.ts';
import type { ThumbnailInput } from './schema.ts';

/** Headlines in the caller's words, the best first: a keyword, what the title is about, the strongest of the text. */
export function subjectHeadlines({ keywords, title, material, language }: ThumbnailInput): string[] {
  const [opening = ''] = splitSentences(material.slice(0, 2000));
  const written = [
    ...keywords,
    strongestPhrase(title, language),
    shortened(title, language),
    strongestPhrase(opening, language),
    shortened(opening, language),
    firstWords(title, language),
    firstWords(opening, language),
  ];
  const drawn = written.map((text) => toCapitals(drawable(text), language));
  const fit = drawn.filter((text) => text !== '' && headlineWords(text, language).length <= MOST_OVERLAY_WORDS);
  const whole = fit.filter((text) => headlineWords(text, language).length > 0 && !isFragment(text, language));
  const isTitle = (text: string) => text === toCapitals(title, language);
  return [...new Set([...whole.filter((text) => !isTitle(text)), ...fit])];
}

/** The end of its title says more than its beginning, but any words of the caller's are better than none. */
function firstWords(text: string, language: string): string {
  const wanted = headlineWords(text, language).slice(0, MOST_OVERLAY_WORDS);
  const last = wanted.at(-1);
  if (last === undefined) return '';
  let end = 0;
  for (const word of wanted) end = text.indexOf(word, end) + word.length;
  return text.slice(0, end);
}
