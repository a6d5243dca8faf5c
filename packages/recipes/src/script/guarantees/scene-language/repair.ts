import type { Finding } from '../../../port/finding.ts';
import { voiceOf, withoutScenes, type ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { withoutSentences } from '../../without-sentences.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { foreignSentences, sceneLanguageCheck } from './check.ts';

/**
 * A scene in another language is asked for again, and left out where it stays so; of one with a foreign sentence among
 * others that sentence.
 */
export const sceneLanguageGuarantee = scriptGuarantee(sceneLanguageCheck, {
  parts: narrations,
  settle: { outcome: 'dropped', apply: withoutForeign },
});

function withoutForeign(draft: ScriptDraft, failed: readonly Finding[], input: ScriptInput): ScriptDraft {
  const voice = voiceOf(input);
  const foreign = draft.scenes.map(({ narration }) => foreignSentences(narration, input.language));
  const rest = foreign.every((sentences) => sentences.length === 0)
    ? draft
    : { ...draft, scenes: draft.scenes.map((scene, at) => withoutSentences(scene, foreign[at] ?? [], voice)) };
  const whole = failed.filter(({ sceneId }) =>
    draft.scenes.some(({ id }, at) => id === sceneId && foreign[at]?.length === 0),
  );
  return whole.length === 0 ? rest : withoutScenes(rest, whole);
}
