import { matchTitle } from '../../../language/match.ts';
import type { Finding } from '../../../port/finding.ts';
import { speakingSeconds, type Voice } from '../../../speech/voice.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { containment } from '../../../text/similarity.ts';
import { includesPhrase } from '../../../text/terms/terms.ts';
import { FEWEST_SCENES, voiceOf, withScene, type ScriptDraft } from '../../draft.ts';
import { slotsFor } from '../../plan.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { promisedEntries } from '../../telling/promised-entries.ts';
import type { ScriptInput } from '../../schema.ts';
import { scriptSeconds } from '../../timing.ts';
import { isWithinTolerance } from '../../tolerance.ts';
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
 * A script that is too long loses last sentences of its longest scenes as long as that brings it closer, else the one
 * sentence that is too much; what has to be said stays.
 */
export function withoutSurplus(draft: ScriptDraft, input: ScriptInput): ScriptDraft {
  const voice = voiceOf(input);
  let shortest = draft;
  for (;;) {
    const seconds = scriptSeconds(shortest.scenes, voice);
    if (isWithinTolerance(seconds, input.duration) || seconds < input.duration) return shortest;
    const longest = longestToCut(shortest, seconds - input.duration, input) ?? fittingCut(shortest, seconds, input);
    if (longest === undefined) return shortest;
    shortest = withoutSentence(shortest, longest, voice);
  }
}

/** A scene of one sentence goes with it. */
function withoutSentence(draft: ScriptDraft, { index, sentences, last }: Cuttable, voice: Voice): ScriptDraft {
  if (sentences.length === 1) return { ...draft, scenes: draft.scenes.toSpliced(index, 1) };
  return withScene(draft, index, { narration: joinSentences(sentences.toSpliced(last, 1), voice) });
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
      return (
        last >= 0 && sentences.length > 1 && over > 0 && speakingSeconds(sentence, voice) < surplus * 1.5 && !isWanted
      );
    })
    .toSorted((one, other) => other.over - one.over);
  return longest;
}

/**
 * Where no last sentence of a scene is short enough to go: the sentence without which the script is as long as was asked
 * for, of those that open no scene the last, else one that does, or is a scene. An entry of a list keeps its opening.
 */
function fittingCut(draft: ScriptDraft, seconds: number, input: ScriptInput): Cuttable | undefined {
  const voice = voiceOf(input);
  const foreign = draft.scenes.findIndex(({ narration }) => matchTitle(narration, input.language).verdict === 'no');
  const fitting = sentencesOf(draft, input).filter(({ index, sentences, last }) => {
    // Of whole scenes first the one that may have to go in any case: without both there may be no script.
    if (sentences.length === 1 && foreign >= 0 && index !== foreign) return false;
    const sentence = sentences[last] ?? '';
    const isKept = isCall(sentence, draft) || input.must_include.some((phrase) => includesPhrase(sentence, phrase));
    return !isKept && isWithinTolerance(seconds - speakingSeconds(sentence, voice), input.duration);
  });
  return fitting.findLast(({ last }) => last > 0) ?? fitting.at(-1);
}

/** The sentences that may go: not the hook's first, nor what a caller counts on. */
function sentencesOf({ scenes }: ScriptDraft, input: ScriptInput): Cuttable[] {
  const isList = promisedEntries(input) !== undefined;
  const isFree = !isList && input.scenes === undefined && input.outline === undefined;
  return scenes.flatMap(({ narration }, index) => {
    const sentences = splitSentences(narration);
    const isWhole = sentences.length === 1;
    const mayGo = isFree && scenes.length > FEWEST_SCENES && index > 0 && index < scenes.length - 1;
    return [...sentences.keys()]
      .map((last) => ({ index, sentences, last }))
      .filter(({ last }) => (isWhole ? mayGo : last > 0 || (index > 0 && !isList)));
  });
}

/** The last sentence that is not the call to action. */
function lastOrdinary(sentences: readonly string[], draft: ScriptDraft): number {
  return sentences.findLastIndex((sentence) => !isCall(sentence, draft));
}

function isCall(sentence: string, { cta }: ScriptDraft): boolean {
  return containment(cta, sentence) >= LEAST_SPOKEN;
}
