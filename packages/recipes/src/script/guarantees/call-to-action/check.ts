import { matchLanguage } from '../../../language/match.ts';
import { analysisOf } from '../../../text/analysis.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** A call to action of which less is heard at the end was not spoken, not even in other words. */
export const LEAST_SPOKEN = 0.3;
/** It may begin a scene early. */
const LAST_SCENES = 2;

/** A script that closes with a call to action says what viewers shall do. */
export const callToActionCheck: ScriptCheck<'call_to_action'> = {
  names: ['call_to_action'],
  measure(draft, input) {
    const closing = draft.scenes.findLastIndex(({ role }) => role === 'cta');
    const last = draft.scenes[closing];
    // One in another language is told as that.
    if (last === undefined || isForeign(draft, input.language)) return [];
    const spoken = Math.round(spokenShare(draft) * 100) / 100;
    const ok = spoken >= LEAST_SPOKEN;
    const wanted = draft.cta === '' ? (input.cta ?? 'what viewers can do next') : draft.cta;
    return [
      {
        name: 'call_to_action',
        ok,
        value: spoken,
        limit: LEAST_SPOKEN,
        unit: 'share_of_words',
        sceneId: last.id,
        path: `scenes[${closing}].narration`,
        message: ok
          ? 'The end says what viewers can do next.'
          : `The last scene has to say, in its own words, the call to action: ${wanted}.`,
        severity: 'target',
      },
    ];
  },
};

function isForeign(draft: ScriptDraft, language: string): boolean {
  return matchLanguage(draft.cta, language, analysisOf(draft.cta, draft).survey).verdict === 'no';
}

/** How much of the call to action is heard in the last scenes, by its words. */
function spokenShare(draft: ScriptDraft): number {
  const wanted = analysisOf(draft.cta, draft).foldedWords;
  if (wanted.length === 0) return 0;
  const said = draft.scenes.slice(-LAST_SCENES).map(({ narration }) => analysisOf(narration, draft).vocabulary);
  return wanted.filter((word) => said.some((words) => words.has(word))).length / wanted.length;
}
