import { primarySubtag } from '../../../language/scripts.ts';
import { withoutTrailingClause } from '../../../text/phrases/trailing-clause.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { voiceOf, type DraftScene } from '../../draft.ts';
import type { ScriptInput } from '../../schema.ts';
import { subjectOf } from '../../stand-ins.ts';
import { promisedEntries } from '../../telling/promised-entries.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { tellingStems } from '../../telling/telling-stems.ts';
import { scriptSeconds } from '../../timing.ts';
import { DURATION_TOLERANCE } from '../../tolerance.ts';

/**
 * An English list whose entries do not say again what all of them are for, as long as it is long enough without: "…,
 * making your apartment quieter" was said when it opened.
 */
export function withoutPurposes(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  if (primarySubtag(input.language) !== 'en' || promisedEntries(input) === undefined) return scenes;
  const voice = voiceOf(input);
  const least = input.duration * (1 - DURATION_TOLERANCE);
  return [...scenes.keys()].slice(1, -1).reduce<readonly DraftScene[]>((all, index) => {
    const scene = scenes[index];
    if (scene === undefined) return all;
    const said = splitSentences(scene.narration).map((sentence) => withoutPurpose(sentence, subjectOf(input)));
    const shorter = all.with(index, { ...scene, narration: joinSentences(said, voice) });
    return scriptSeconds(shorter, voice) < least ? all : shorter;
  }, scenes);
}

/** A sentence without the clause at its end that has no telling word but those of the subject. */
export function withoutPurpose(sentence: string, subject: string): string {
  const main = withoutTrailingClause(sentence);
  const clause = tellingStems(sentence.slice(main.length - 1));
  return main !== sentence && clause.size > 0 && clause.isSubsetOf(tellingStems(subject)) ? main : sentence;
}
