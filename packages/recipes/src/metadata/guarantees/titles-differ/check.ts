import { wordOverlap } from '../../../text/similarity.ts';
import { titlePath, type MetadataCheck } from '../guarantee.ts';

/** Titles that share more of their words are the same title. */
export const SAME_TITLE = 0.7;

/** Each title differs from those before it and those used before. */
export const titlesDifferCheck: MetadataCheck<'titles_differ'> = {
  names: ['titles_differ'],
  measure: ({ titles }, { previous_titles: previous }) =>
    titles.map(({ text }, index) => {
      const others = [...previous, ...titles.slice(0, index).map((title) => title.text)];
      const overlap = Math.max(
        0,
        ...others.map((other) => (other.toLowerCase() === text.toLowerCase() ? 1 : wordOverlap(other, text))),
      );
      return {
        name: 'titles_differ',
        ok: overlap <= SAME_TITLE,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_TITLE,
        unit: 'word_overlap',
        path: titlePath(index),
        removed: [text],
        message: `"${text}" has to differ from the other titles and those used before.`,
        severity: 'must',
      };
    }),
};
