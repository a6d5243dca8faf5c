import { fold } from '../../../text/words.ts';
import { pathOf } from '../../draft.ts';
import {
  drawable,
  headlineWords,
  isFragment,
  MOST_OVERLAY_WORDS,
  undrawable,
  withoutPictures,
} from '../../headline.ts';
import type { ThumbnailInput } from '../../schema.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** The words on each picture can be drawn, read on a phone, are a whole phrase and say what the title does not. */
export const overlayTextCheck: ThumbnailCheck<'overlay_text'> = {
  names: ['overlay_text'],
  measure({ concepts }, input) {
    if (input.text_policy === 'none') return [];
    return concepts.flatMap(({ variable, overlay_text: text }, index) => {
      if (variable !== 'baseline' && variable !== 'overlay_text') return [];
      const fault = headlineFault(text, input);
      const removed = undrawable(text);
      return [
        {
          name: 'overlay_text',
          ok: fault === undefined,
          value: headlineWords(text, input.language).length,
          limit: MOST_OVERLAY_WORDS,
          unit: 'words',
          path: pathOf(index, 'overlay_text'),
          message: fault ?? `"${text}" can be read.`,
          severity: 'report',
          ...(removed.length === 0 ? {} : { removed }),
        },
      ];
    });
  },
};

/** What is wrong with a headline, as a sentence; the caller's own words only have to be such as can be drawn. */
export function headlineFault(text: string, input: ThumbnailInput): string | undefined {
  const { language, title } = input;
  if (drawn(text, input) === '') return 'There are no words for the picture.';
  if (drawn(text, input) !== text) return `"${text}" has marks that cannot be drawn.`;
  if (input.overlay_text !== undefined) return undefined;
  const count = headlineWords(text, language).length;
  if (count === 0 || count > MOST_OVERLAY_WORDS)
    return `"${text}" has ${count} words; one to ${MOST_OVERLAY_WORDS} can be read.`;
  if (title !== '' && fold(text) === fold(title)) return 'The words on the picture only repeat the title.';
  return isFragment(text, language) ? `"${text}" stops in the middle of a phrase.` : undefined;
}

/** A headline as it can be drawn; of the caller's exact words nothing but pictures goes. */
export function drawn(text: string, { overlay_text: given }: Pick<ThumbnailInput, 'overlay_text'>): string {
  return given === undefined ? drawable(text) : withoutPictures(text);
}
