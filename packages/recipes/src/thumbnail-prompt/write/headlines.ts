import { foreignWord } from '../../language/scripts.ts';
import { strongestPhrase } from '../../text/key-phrases.ts';
import { withoutDanglingWords } from '../../text/phrase-end.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { contentStems } from '../../text/substance.ts';
import { countCharacters, words } from '../../text/words.ts';
import { MOST_OVERLAY_WORDS, overlayText } from '../draft.ts';
import type { ThumbnailInput } from '../schema.ts';

/** Two headlines that share more of their words test nothing. */
const SAME_HEADLINE = 0.5;

/**
 * Headlines for a picture, no two alike: those that a small model wrote where they can be read as they stand, then the
 * strongest phrases of what the video says, numbers first.
 */
export function headlinesFrom(written: readonly string[], input: ThumbnailInput): string[] {
  const phrases = splitSentences(input.material).map((sentence) => strongestPhrase(sentence, input.language));
  const numbered = phrases.toSorted((one, other) => Number(/\p{N}/u.test(other)) - Number(/\p{N}/u.test(one)));
  const chosen: string[] = [];
  for (const candidate of [...written.filter((text) => isReadable(text, input)), ...numbered]) {
    const text = overlayText(candidate, input.language);
    const others = [...chosen, input.title];
    if (text !== '' && others.every((other) => wordOverlap(other, text) <= SAME_HEADLINE)) chosen.push(text);
  }
  return chosen;
}

/** Short enough as it is, about something, and whole: nothing that begins or ends in the middle. */
function isReadable(text: string, { language }: ThumbnailInput): boolean {
  if (foreignWord(text, language) !== undefined) return false;
  if (countCharacters(text) > 0) return true;
  const plain = text.replace(/[.!?\s]+$/, '');
  return (
    words(plain).length <= MOST_OVERLAY_WORDS &&
    contentStems(plain, language).size > 0 &&
    !/^(?:is|are|was|to|and|or|who|which)\b/i.test(plain) &&
    withoutDanglingWords(plain, language) === plain
  );
}
