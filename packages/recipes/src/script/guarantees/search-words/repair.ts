import type { DraftScene, ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { searchFault, searchWordsOf } from '../../search-words.ts';
import { namedParts, scriptGuarantee, stillFailing } from '../guarantee.ts';
import { searchWordsCheck } from './check.ts';

/**
 * Code takes flags away and shortens, or takes the words of the English image prompt; where there is no English, the
 * picture is asked for again, and in the end a shot that nobody can search is left out.
 */
export const searchWordsGuarantee = scriptGuarantee(searchWordsCheck, {
  fix: {
    outcome: 'replaced',
    apply: (draft, input) => withShots(draft, (scene) => scene.broll.map(searchable(scene, input))),
  },
  parts: (failed, ...draft) => namedParts(stillFailing(searchWordsCheck, failed, ...draft)),
  settle: {
    outcome: 'dropped',
    apply: (draft, _failed, input) =>
      withShots(draft, (scene) => scene.broll.filter((shot) => isSearch(shot.query_en, shot, scene, input))),
  },
});

type Shot = DraftScene['broll'][number];

function withShots(draft: ScriptDraft, shots: (scene: DraftScene) => readonly Shot[]): ScriptDraft {
  return { ...draft, scenes: draft.scenes.map((scene) => ({ ...scene, broll: [...shots(scene)] })) };
}

function searchable(scene: DraftScene, input: ScriptInput) {
  return (shot: Shot): Shot => {
    if (isSearch(shot.query_en, shot, scene, input)) return shot;
    const candidates = [shot.query_en, shot.image_prompt].map(searchWordsOf);
    const found = candidates.find((query) => isSearch(query, shot, scene, input));
    return found === undefined ? shot : { ...shot, query_en: found };
  };
}

function isSearch(query: string, shot: Shot, { narration }: DraftScene, { language }: ScriptInput): boolean {
  return searchFault(query, language, narration, shot.image_prompt) === undefined;
}
