import { splitSentences } from '../../../text/sentences.ts';
import type { DraftScene, ScriptDraft } from '../../draft.ts';

/** What a small model states may be wrong, so each statement is listed to be checked. */
export function statementsIn(scenes: readonly DraftScene[]): ScriptDraft['claims'] {
  return scenes.flatMap(statementsOf);
}

function statementsOf({ role, narration }: DraftScene): ScriptDraft['claims'][number][] {
  if (role === 'cta') return [];
  return splitSentences(narration)
    .filter((sentence) => !/[?？؟]["”]?$/u.test(sentence))
    .map((text) => ({ text, source_id: null }));
}
