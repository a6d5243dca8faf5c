import { withoutScenes } from '../../draft.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { sceneLanguageCheck } from './check.ts';

/** A scene in another language is asked for again, and left out where it stays so. */
export const sceneLanguageGuarantee = scriptGuarantee(sceneLanguageCheck, {
  parts: narrations,
  settle: { outcome: 'dropped', apply: withoutScenes },
});
