import { orPassed } from '../../../port/or-passed.ts';
import type { Finding } from '../../../port/finding.ts';
import { analysisOf } from '../../../text/analysis.ts';
import { countCharacters, countWords, fold } from '../../../text/words.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** In words; a character of unspaced scripts is half of one. Shorter ones are said again on purpose: "Never again." Our own choice. */
const LEAST_WORDS = 5;

/** No sentence stands twice, word for word. */
export const saidTwiceCheck: ScriptCheck<'said_twice'> = {
  names: ['said_twice'],
  measure(draft) {
    const failed = repeatedSentences(draft).flatMap(({ repeated, sceneId }, index): Finding<'said_twice'>[] => {
      const [first] = repeated;
      if (first === undefined) return [];
      return [
        {
          name: 'said_twice',
          ok: false,
          value: repeated.length,
          limit: 0,
          unit: 'sentences',
          sceneId,
          path: `scenes[${index}].narration`,
          message: `"${first}" was said before, word for word.`,
          severity: 'report',
        },
      ];
    });
    return orPassed(failed, 'said_twice', 'sentences', 'No sentence is said twice.');
  },
};

/** Of each scene the sentences that were said before in it or in an earlier one; none where it has no others. */
export function repeatedSentences(draft: ScriptDraft): { readonly sceneId: string; readonly repeated: string[] }[] {
  const said = new Set<string>();
  return draft.scenes.map(({ id: sceneId, narration }) => {
    const { sentences } = analysisOf(narration, draft);
    const repeated = sentences.filter((sentence) => {
      const key = fold(sentence)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (said.has(key)) return true;
      if (countWords(sentence) + countCharacters(sentence) / 2 >= LEAST_WORDS) said.add(key);
      return false;
    });
    // A scene that only repeats is another's, and asked for again.
    return { sceneId, repeated: repeated.length === sentences.length ? [] : repeated };
  });
}
