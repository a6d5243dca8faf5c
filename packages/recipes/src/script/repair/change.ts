import type { ScriptDraft } from '../draft.ts';

/** What a piece of a repair makes of the draft, so that pieces that were asked for at once come together. */
export type Change = (draft: ScriptDraft) => ScriptDraft;

export const noChange: Change = (draft) => draft;

export function changed(draft: ScriptDraft, changes: readonly Change[]): ScriptDraft {
  return changes.reduce((before, change) => change(before), draft);
}
