import { primarySubtag } from '../../../language/scripts.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { analysisOf } from '../../../text/analysis.ts';
import { contentStems, stemsOf } from '../../../text/substance.ts';
import type { DraftScene, ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import type { ScriptCheck } from '../guarantee.ts';

/**
 * Every picture has a word stem in common with what is said or what the video is about. Told of English scripts
 * alone: pictures are described in English, and a comparison by words ends at the language.
 */
export const picturesMatchCheck: ScriptCheck<'visuals_match'> = {
  names: ['visuals_match'],
  measure(draft, input) {
    if (primarySubtag(input.language) !== 'en') return [];
    const said = stemsSaid(draft, input);
    const failed = draft.scenes.flatMap((scene, index) => {
      if (belongs(scene, said, input)) return [];
      return [
        {
          name: 'visuals_match',
          ok: false,
          value: 0,
          limit: 1,
          unit: 'shared_word_stems',
          sceneId: scene.id,
          path: `scenes[${index}].visual`,
          message: `"${scene.visual}" shows nothing of what the script says.`,
          severity: 'target',
        } as const,
      ];
    });
    return orPassed(failed, 'visuals_match', 'scenes', 'Every picture belongs to what is said.');
  },
};

/** Of what is said and of what the video is about. */
function stemsSaid(draft: ScriptDraft, { prompt = '', keywords, language }: ScriptInput): ReadonlySet<string> {
  const narrations = draft.scenes.map(({ narration }) => narration);
  const said = [draft.title, draft.logline, prompt, ...keywords, ...narrations].map((text) => analysisOf(text, draft));
  if (said.some(({ characters }) => characters > 0)) return new Set();
  return stemsOf(
    said.flatMap(({ vocabulary }) => [...vocabulary]),
    language,
  );
}

/** Mostly the first text of a picture shows it, and the others need no look. */
function belongs(scene: DraftScene, said: ReadonlySet<string>, { language }: ScriptInput): boolean {
  if (!contentStems(scene.visual, language).isDisjointFrom(said)) return true;
  const shown = contentStems(pictureOf(scene), language);
  return shown.size === 0 || !shown.isDisjointFrom(said);
}

function pictureOf({ visual, broll }: DraftScene): string {
  return [visual, ...broll.flatMap((shot) => Object.values(shot))].join('\n');
}
