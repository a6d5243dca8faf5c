import { voiceOf, type ScriptDraft } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { withoutSentences } from '../../without-sentences.ts';
import { scriptGuarantee } from '../guarantee.ts';
import { repeatedSentences, saidTwiceCheck } from './check.ts';

/** What was said goes where it is said again: models that lose their thread begin anew. */
export const saidTwiceGuarantee = scriptGuarantee(saidTwiceCheck, { fix: { outcome: 'fixed', apply: withoutEchoes } });

function withoutEchoes(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const voice = voiceOf(input);
  const repeated = repeatedSentences(draft);
  return {
    ...draft,
    scenes: draft.scenes.map((scene, at) => withoutSentences(scene, repeated[at]?.repeated ?? [], voice)),
  };
}
