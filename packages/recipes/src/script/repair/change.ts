import type { ScriptDraft } from '../draft.ts';

/** What a piece of a repair makes of the draft, so that pieces that were asked for at once come together. */
export type Change = (draft: ScriptDraft) => ScriptDraft;

export const noChange: Change = (draft) => draft;

/** The draft with all changes that could be had. */
export function changed(draft: ScriptDraft, changes: readonly (Change | undefined)[]): ScriptDraft {
  return changes.reduce<ScriptDraft>((before, change) => change?.(before) ?? before, draft);
}
