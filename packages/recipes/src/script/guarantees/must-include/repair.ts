import { containment } from '../../../text/similarity.ts';
import type { ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { scriptGuarantee } from '../guarantee.ts';
import { mustIncludeCheck } from './check.ts';

/** The scene that is nearest to a missing phrase is asked for again, never several for one phrase. */
export const mustIncludeGuarantee = scriptGuarantee(mustIncludeCheck, {
  parts: (failed, fixed, input) =>
    failed.map((finding) => {
      const scene = nearestScene(String(finding.limit), fixed, input);
      return { part: { of: 'narration', scene }, finding };
    }),
});

/** The scene that shares most words with the phrase; when none does, the phrases go to scenes in turn. */
function nearestScene(phrase: string, { scenes }: ScriptDraft, input: ScriptInput): number {
  const place = input.must_include.indexOf(phrase) % scenes.length;
  const shares = scenes.map(({ narration }, index) => containment(phrase, narration) + (index === place ? 0.01 : 0));
  return shares.indexOf(Math.max(...shares));
}
