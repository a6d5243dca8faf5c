import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { analysisOf } from '../../../text/analysis.ts';
import { jaccard, phraseOverlap } from '../../../text/similarity.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Two scenes that share this much of their phrases say the same. */
const SAME_SCENE = 0.5;
/** Phrases are only compared where words are this alike: scenes that share half their phrases share more words. */
const ALIKE = 0.35;

/** No scene says what an earlier one said. */
export const repetitionCheck: ScriptCheck<'repetition'> = {
  names: ['repetition'],
  measure: (draft) => orPassed(repeatedScenes(draft), 'repetition', 'scenes', 'No scene repeats another.'),
};

/** A finding for each scene that says what one before it said. */
export function repeatedScenes(draft: ScriptDraft): Finding<'repetition'>[] {
  const { scenes } = draft;
  const vocabularies = scenes.map(({ narration }) => analysisOf(narration, draft).vocabulary);
  return scenes.flatMap(({ id, narration }, index) => {
    const own = vocabularies[index] ?? new Set();
    const alike = scenes.slice(0, index).filter((_, at) => jaccard(vocabularies[at] ?? own, own) > ALIKE);
    const overlap = Math.max(0, ...alike.map((earlier) => phraseOverlap(earlier.narration, narration)));
    if (overlap <= SAME_SCENE) return [];
    return [
      {
        name: 'repetition',
        ok: false,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_SCENE,
        unit: 'phrase_overlap',
        sceneId: id,
        path: `scenes[${index}].narration`,
        message: 'This scene repeats an earlier one; it has to say something new.',
        severity: 'must',
      } as const,
    ];
  });
}
