import { orPassed } from '../../../port/or-passed.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { searchFault } from '../../search-words.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Every stock query is a few English words. */
export const searchWordsCheck: ScriptCheck<'query_en'> = {
  names: ['query_en'],
  measure(draft, input) {
    const failed = faultyQueries(draft, input).map(
      ({ scene, shot, query, fault, sceneId }) =>
        ({
          name: 'query_en',
          ok: false,
          value: query,
          limit: 'en',
          unit: 'language',
          sceneId,
          path: `scenes[${scene}].broll[${shot}].query_en`,
          message: `"${query}" is no search in English: ${fault}. Two to four English nouns find footage.`,
          severity: 'report',
        }) as const,
    );
    return orPassed(failed, 'query_en', 'queries', 'Every stock query is a few English words.');
  },
};

interface FaultyQuery {
  /** Index of the scene, and of the shot in it. */
  readonly scene: number;
  readonly shot: number;
  readonly sceneId: string;
  readonly query: string;
  readonly fault: string;
}

function faultyQueries({ scenes }: ScriptDraft, { language }: ScriptInput): FaultyQuery[] {
  return scenes.flatMap(({ id, narration, broll }, scene) =>
    broll.flatMap(({ query_en: query, image_prompt: english }, shot) => {
      const fault = searchFault(query, language, narration, english);
      return fault === undefined ? [] : [{ scene, shot, sceneId: id, query, fault }];
    }),
  );
}
