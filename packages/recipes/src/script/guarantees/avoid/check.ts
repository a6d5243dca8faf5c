import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { findTerms, textsIn } from '../../../text/terms.ts';
import { bannedTerms } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Neither the caller's `avoid` nor the brand's banned words occur in anything that was written. */
export const avoidCheck: ScriptCheck<'avoid'> = {
  names: ['avoid'],
  measure({ scenes, ...rest }, input) {
    const banned = bannedTerms(input);
    if (banned.length === 0) return [];
    const inScenes = scenes.flatMap((scene, index) =>
      avoidedIn(scene, banned, { sceneId: scene.id, path: `scenes[${index}]` }),
    );
    const elsewhere = Object.entries(rest).flatMap(([member, value]) => avoidedIn(value, banned, { path: member }));
    return orPassed([...inScenes, ...elsewhere], 'avoid', 'words', 'None of the words to avoid occurs.');
  },
};

function avoidedIn(
  value: unknown,
  banned: readonly string[],
  place: { path: string; sceneId?: string },
): Finding<'avoid'>[] {
  return findTerms(textsIn(value).join('\n'), banned).map((term) => ({
    name: 'avoid',
    ok: false,
    value: term,
    limit: null,
    unit: 'words',
    ...place,
    message: `"${term}" may not occur, in any form.`,
    severity: 'must',
  }));
}
