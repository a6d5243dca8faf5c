import { primarySubtag } from '../../../language/scripts.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { contentStems } from '../../../text/substance.ts';
import { narrationOf, type DraftScene, type ScriptDraft } from '../../draft.ts';
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
    const said = contentStems(`${topicOf(draft, input)}\n${narrationOf(draft)}`, input.language);
    const failed = draft.scenes.flatMap((scene, index) => {
      const shown = contentStems(pictureOf(scene), input.language);
      if (shown.size === 0 || !shown.isDisjointFrom(said)) return [];
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

function topicOf({ title, logline }: ScriptDraft, { prompt, keywords }: ScriptInput): string {
  return [title, logline, prompt ?? '', ...keywords].join('\n');
}

function pictureOf({ visual, broll }: DraftScene): string {
  return [visual, ...broll.flatMap((shot) => Object.values(shot))].join('\n');
}
