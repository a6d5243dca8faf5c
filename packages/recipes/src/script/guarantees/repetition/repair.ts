import { withoutScenes } from '../../draft.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { repetitionCheck } from './check.ts';

/** The scene that repeats is asked for again, and left out where it goes on repeating. */
export const repetitionGuarantee = scriptGuarantee(repetitionCheck, {
  parts: narrations,
  settle: { outcome: 'dropped', apply: withoutScenes },
});
