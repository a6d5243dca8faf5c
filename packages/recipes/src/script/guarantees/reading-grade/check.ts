import { analysisOf } from '../../../text/analysis.ts';
import { narrationOf } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/**
 * Rix, long words a sentence, made for any language that writes words apart: 7.2 and more reads like a text of a
 * university (Anderson 1983, "Lix and Rix: Variations on a Little-known Readability Index", Journal of Reading 26/6).
 */
const HARDEST = 7.2;
const LONG_WORD = 7;
/** Fewer sentences say nothing of a text. */
const FEWEST_SENTENCES = 3;

/** Who listens cannot read a sentence twice: narration stays below what universities read. */
export const readingGradeCheck: ScriptCheck<'reading_grade'> = {
  names: ['reading_grade'],
  measure(draft) {
    const { sentences, words, characters } = analysisOf(narrationOf(draft), draft);
    if (characters > 0 || sentences.length < FEWEST_SENTENCES) return [];
    const long = words.filter((word) => word.length >= LONG_WORD).length;
    const rix = Math.round((long / sentences.length) * 10) / 10;
    return [
      {
        name: 'reading_grade',
        ok: rix < HARDEST,
        value: rix,
        limit: HARDEST,
        unit: 'long_words_per_sentence',
        message: `Sentences have ${rix} words of ${LONG_WORD} letters and more on average; from ${HARDEST} on a text reads like one of a university.`,
        severity: 'target',
      },
    ];
  },
};
