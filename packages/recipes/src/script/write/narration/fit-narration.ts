import { primarySubtag } from '../../../language/scripts.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { withoutTrailingClause } from '../../../text/phrases/trailing-clause.ts';
import { includesPhrase } from '../../../text/terms/terms.ts';
import { voiceOf, type DraftScene } from '../../draft.ts';
import { sourceOf } from '../../grounding.ts';
import type { ScriptInput } from '../../schema.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { scriptSeconds } from '../../timing.ts';
import { DURATION_TOLERANCE, isWithinTolerance } from '../../tolerance.ts';

/** Small words that are heard and not missed: "is then processed", "effectively reduces". */
const SMALL_WORDS =
  /(?<=\p{L} )(?:then|also|actually|really|very|basically|effectively|essentially|simply) (?=\p{Ll})/gu;

/**
 * An English narration that runs over its time, tightened until it fits: what the closing call is good for goes first,
 * then small words, then clauses that hang on a sentence's end, the last ones first, then whole sentences. Sentences of
 * sources and wanted words stay.
 */
export function fitted(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  if (primarySubtag(input.language) !== 'en') return scenes;
  const last = scenes.length - 1;
  const shorter = input.cta === undefined ? tightened(scenes, last, withoutTrailingClause, input) : scenes;
  const places = [...scenes.keys()].toReversed();
  const tight = [withoutSmallWords, withoutPrinciple, withoutTrailingClause].reduce(
    (all, shorten) => places.reduce((now, index) => tightened(now, index, shorten, input), all),
    shorter,
  );
  return withoutSpareSentence(tight, input);
}

/**
 * Where one sentence less fits, without it: the one that leaves the script nearest to its length. The first of a scene, the
 * last scene's and questions stay: what follows leans on them.
 */
function withoutSpareSentence(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  if (!isTooLong(scenes, input)) return scenes;
  const voice = voiceOf(input);
  const spared = scenes.slice(0, -1).flatMap((scene, index) => {
    const said = splitSentences(scene.narration);
    const spare = [...said.keys()]
      .slice(1)
      .filter((at) => !isKept(said[at] ?? '', input) && !/\?["”]?$/u.test(said[at - 1] ?? ''));
    return spare.map((at) => scenes.with(index, { ...scene, narration: joinSentences(said.toSpliced(at, 1), voice) }));
  });
  const fitting = spared.filter((all) => isWithinTolerance(scriptSeconds(all, voice), input.duration));
  const miss = (all: readonly DraftScene[]) => Math.abs(scriptSeconds(all, voice) - input.duration);
  return fitting.toSorted((one, other) => miss(one) - miss(other))[0] ?? scenes;
}

/** What something is called explains less than what it means: "It is based on the principle of interference, where waves cancel each other". */
const PRINCIPLE =
  /^(?:this|that|it|(?:the|this|its) (?:technology|technique|process|method|system|idea|concept)) (?:is based|works|relies|is) on the (?:basic )?principles? of [^,;:]+, (?:where|in which|by which) (?=\p{L})/iu;

function withoutPrinciple(sentence: string): string {
  const bare = sentence.replace(PRINCIPLE, '');
  return bare === sentence ? sentence : bare.charAt(0).toUpperCase() + bare.slice(1);
}

function withoutSmallWords(sentence: string): string {
  return sentence.replace(SMALL_WORDS, '');
}

/** One scene's sentences made shorter, the last first, as long as all of it is too long, and not beyond. */
function tightened(
  scenes: readonly DraftScene[],
  index: number,
  shorten: (sentence: string) => string,
  input: ScriptInput,
): readonly DraftScene[] {
  const voice = voiceOf(input);
  const sentences = splitSentences(scenes[index]?.narration ?? '');
  return [...sentences.keys()].toReversed().reduce((all, at) => {
    const scene = all[index];
    const said = splitSentences(scene?.narration ?? '');
    const sentence = said[at] ?? '';
    if (scene === undefined || !isTooLong(all, input) || isKept(sentence, input)) return all;
    const narration = joinSentences(said.with(at, shorten(sentence)), voice);
    const shorter = all.with(index, { ...scene, narration });
    return scriptSeconds(shorter, voice) < input.duration * (1 - DURATION_TOLERANCE) ? all : shorter;
  }, scenes);
}

function isTooLong(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return scriptSeconds(scenes, voiceOf(input)) > input.duration * (1 + DURATION_TOLERANCE);
}

function isKept(sentence: string, input: ScriptInput): boolean {
  return (
    sourceOf(sentence, input) !== undefined || input.must_include.some((phrase) => includesPhrase(sentence, phrase))
  );
}
