import type { Finding } from '../../../port/finding.ts';
import { speakingSeconds } from '../../../speech/voice.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { includesPhrase } from '../../../text/terms.ts';
import { voiceOf, withScene, type ScriptDraft } from '../../draft.ts';
import { slotsFor } from '../../plan.ts';
import { joinSentences } from '../../spoken-lines.ts';
import type { ScriptInput } from '../../schema.ts';
import { isWithinTolerance, scriptSeconds } from '../../timing.ts';
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
    const narration = joinSentences(longest.sentences.slice(0, -1), voice);
    shortest = withScene(shortest, longest.index, { narration });
  }
}

/** The scene that is most over its slot and whose last sentence can go. */
function longestToCut(
  { scenes }: ScriptDraft,
  surplus: number,
  input: ScriptInput,
): { readonly index: number; readonly sentences: readonly string[] } | undefined {
  const voice = voiceOf(input);
  const slots = slotsFor(
    scenes.map(({ role }) => role),
    input.duration,
    voice,
  );
  const [longest] = scenes
    .map(({ narration }, index) => ({
      index,
      sentences: splitSentences(narration),
      over: speakingSeconds(narration, voice) - (slots[index]?.seconds ?? 0),
    }))
    .filter(({ sentences, over }) => {
      const last = sentences.at(-1) ?? '';
      const isWanted = input.must_include.some((phrase) => includesPhrase(last, phrase));
      return sentences.length > 1 && over > 0 && speakingSeconds(last, voice) < surplus * 1.5 && !isWanted;
    })
    .toSorted((one, other) => other.over - one.over);
  return longest;
}
