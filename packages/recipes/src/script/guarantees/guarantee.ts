import { guaranteeOf, type Check } from '../../port/guarantee.ts';
import type { ScriptDraft } from '../draft.ts';
import type { ScriptInput } from '../schema.ts';

export type ScriptCheck<Name extends string> = Check<ScriptDraft, ScriptInput, Name>;

/** What can be asked for again of a script; a scene by its index. */
export type ScriptPart =
  | { readonly of: 'whole' }
  | { readonly of: 'missing_scenes' }
  | { readonly of: 'narration'; readonly scene: number }
  | { readonly of: 'picture'; readonly scene: number };

export const scriptGuarantee = guaranteeOf<ScriptDraft, ScriptInput, ScriptPart>();

/** The narration of each scene that findings name. */
export function narrations<Named extends { readonly sceneId?: string }>(
  findings: readonly Named[],
  { scenes }: ScriptDraft,
): { readonly part: ScriptPart; readonly finding: Named }[] {
  return findings.flatMap((finding) => {
    const scene = scenes.findIndex(({ id }) => id === finding.sceneId);
    return scene === -1 ? [] : [{ part: { of: 'narration', scene }, finding }];
  });
}

/** The narration of every scene. */
export function everyNarration<Found>(
  finding: Found,
  { scenes }: ScriptDraft,
): { readonly part: ScriptPart; readonly finding: Found }[] {
  return scenes.map((_, scene) => ({ part: { of: 'narration', scene }, finding }));
}
