import { withoutScenes, type ScriptDraft } from '../../draft.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { repeatedScenes, repetitionCheck } from './check.ts';

/** The scene that repeats is asked for again, and left out where it goes on repeating. */
export const repetitionGuarantee = scriptGuarantee(repetitionCheck, {
  parts: narrations,
  settle: { outcome: 'dropped', apply: withoutRepetition },
});

/** One scene after the other is left out: what only repeats one that is gone may stay. */
function withoutRepetition(draft: ScriptDraft): ScriptDraft {
  let shorter = draft;
  for (;;) {
    const [repeated] = repeatedScenes(shorter);
    if (repeated === undefined) return shorter;
    const without = withoutScenes(shorter, [repeated]);
    if (without === shorter) return draft;
    shorter = without;
  }
}
