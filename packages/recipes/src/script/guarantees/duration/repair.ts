import type { Finding } from '../../../port/finding.ts';
import { speakingSeconds } from '../../../speech/voice.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { containment } from '../../../text/similarity.ts';
import { includesPhrase } from '../../../text/terms.ts';
import { voiceOf, withScene, type ScriptDraft } from '../../draft.ts';
import { slotsFor } from '../../plan.ts';
import { joinSentences } from '../../spoken-lines.ts';
import type { ScriptInput } from '../../schema.ts';
import { isWithinTolerance, scriptSeconds } from '../../timing.ts';
import { LEAST_SPOKEN } from '../call-to-action/check.ts';
import { narrations, scriptGuarantee } from '../guarantee.ts';
import { durationCheck } from './check.ts';

/** Code shortens. What is too short is asked for: the scenes that a large model left out, else those that carry the miss. */
export const durationGuarantee = scriptGuarantee(durationCheck, {
  fix: { outcome: 'dropped', apply: withoutSurplus },
  parts(failed, fixed, input, { strategy }) {
    const isSmall = strategy === 'staged';
    const total = failed.find(({ name, value }) => name === 'duration' && Number(value) < input.duration);
    const missing = total === undefined || isSmall ? [] : [{ part: { of: 'missing_scenes' } as const, finding: total }];
    if (isWithinTolerance(scriptSeconds(fixed.scenes, voiceOf(input)), input.duration)) return missing;
    const scenes = failed.filter(({ name }) => name === 'scene_duration');
    return [...missing, ...narrations(isSmall ? worstOf(scenes) : scenes, fixed)];
  },
});

/** A small model takes seconds for a scene: only the one that misses most is asked for. */
function worstOf<Scene extends Finding>(scenes: readonly Scene[]): Scene[] {
  const miss = ({ value, limit }: Finding) => Math.abs(Number(value) - Number(limit));
  return scenes.toSorted((one, other) => miss(other) - miss(one)).slice(0, 1);
}

/**
 * A script that is too long loses last sentences of its longest scenes as long as that brings it closer; a scene
 * keeps one sentence at least, and what has to be said stays.
 */
export function withoutSurplus(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const voice = voiceOf(input);
  let shortest = draft;
  for (;;) {
    const seconds = scriptSeconds(shortest.scenes, voice);
    if (isWithinTolerance(seconds, input.duration) || seconds < input.duration) return shortest;
    const longest = longestToCut(shortest, seconds - input.duration, input);
    if (longest === undefined) return shortest;
    const narration = joinSentences(longest.sentences.toSpliced(longest.last, 1), voice);
    shortest = withScene(shortest, longest.index, { narration });
  }
}

/** A scene, and of its sentences the one that can go. */
interface Cuttable {
  readonly index: number;
  readonly sentences: readonly string[];
  readonly last: number;
}

/** The scene that is most over its slot and of which a sentence can go. */
function longestToCut(draft: ScriptDraft, surplus: number, input: ScriptInput): Cuttable | undefined {
  const voice = voiceOf(input);
  const { scenes } = draft;
  const slots = slotsFor(
    scenes.map(({ role }) => role),
    input.duration,
    voice,
  );
  const [longest] = scenes
    .map(({ narration }, index) => {
      const sentences = splitSentences(narration);
      const over = speakingSeconds(narration, voice) - (slots[index]?.seconds ?? 0);
      return { index, sentences, over, last: lastOrdinary(sentences, draft) };
    })
    .filter(({ sentences, over, last }) => {
      const sentence = sentences[last] ?? '';
      const isWanted = input.must_include.some((phrase) => includesPhrase(sentence, phrase));
      return sentences.length > 1 && over > 0 && speakingSeconds(sentence, voice) < surplus * 1.5 && !isWanted;
    })
    .toSorted((one, other) => other.over - one.over);
  return longest;
}

/** The last sentence that is not the call to action. */
function lastOrdinary(sentences: readonly string[], { cta }: ScriptDraft): number {
  const isCall = (sentence: string) => containment(cta, sentence) >= LEAST_SPOKEN;
  return sentences.findLastIndex((sentence) => !isCall(sentence));
}
