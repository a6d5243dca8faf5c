import { foreignWord } from '../../language/scripts.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { withoutStock } from '../../text/stock-phrases.ts';
import { findTerms } from '../../text/terms.ts';
import { words } from '../../text/words.ts';
import type { MetadataDraft } from '../draft.ts';
import { SAME_TITLE } from '../guarantees/titles-differ/check.ts';
import type { MetadataInput } from '../schema.ts';
import { materialFor, unsupported } from '../title-facts.ts';
import { angleOf, titleScore } from '../title-score.ts';

const FEWEST_WORDS = 3;

/**
 * As many of the written titles as are asked for: the best of those that keep the guarantees. The working title steps in
 * for one that is missing; what is missing then is left to check and repair.
 */
export function bestTitles(written: readonly string[], input: MetadataInput): MetadataDraft['titles'] {
  const material = materialFor(input);
  const usable = (title: string) =>
    words(title).length >= FEWEST_WORDS &&
    foreignWord(title, input.language) === undefined &&
    findTerms(title, input.avoid, input.language).length === 0 &&
    (input.material === '' || unsupported(title, material).length === 0);
  const scoreOf = (title: string) => titleScore(title, input.keywords, material.words);
  const ranked = written
    .map((title) => withoutStock(title, input.language))
    .filter(usable)
    .toSorted((one, other) => scoreOf(other) - scoreOf(one));
  const chosen: string[] = [];
  for (const title of [...ranked, withoutStock(input.title, input.language)].filter(usable)) {
    const others = [...input.previous_titles, ...chosen];
    if (others.every((other) => wordOverlap(other, title) <= SAME_TITLE)) chosen.push(title);
  }
  return chosen.slice(0, input.variants).map((text) => ({ text, angle: angleOf(text) }));
}
