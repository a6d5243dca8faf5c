import { expectedBeats } from './expected.ts';
import { languageName } from '../../language/match.ts';
import { ask, type Work } from '../../port/effects.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { askText } from '../../prompts/prompt.ts';
import { spokenUnits } from '../../speech/voice.ts';
import { listEntries } from '../../text/lines.ts';
import { splitSentences } from '../../text/sentences.ts';
import { substance } from '../../text/substance.ts';
import { spokenScene, voiceOf, type DraftScene } from '../draft.ts';
import { leadsAway } from '../neighbours.ts';
import type { SceneSlot } from '../plan.ts';
import { entryBegun, promisedEntries } from '../promised-entries.ts';
import { moreFor, thenFor } from '../prompts/first-words.ts';
import { answerQuestion, askQuestions, goOn, moreOfEntry } from '../prompts/small-asks.ts';
import { systemFor } from '../prompts/system.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../spoken-lines.ts';
import { DURATION_TOLERANCE, scriptSeconds } from '../timing.ts';
import { shortBrief } from './brief.ts';
import { askSentences, inEnglish, missingUnits } from './scene-asks.ts';
import { trueSentences } from './hold-true.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';
import { SMALL_TEMPERATURE } from './writer.ts';

// These were chosen by reading scripts of a 1.5B model, and not measured.
/** A script this near to its length, as a share of it, is not asked on. */
const NEAR_ENOUGH = DURATION_TOLERANCE * 0.8;
/** What adds less than this (`substance`, 0 to 1) says what was said before. */
const LEAST_SUBSTANCE = 0.3;
/** Less than a short sentence is not worth a question; in the voice's unit. */
const LEAST_ADDITION = { words: 6, characters: 12, letters: 30 } as const;
/** Questions, each of which takes a small model some seconds. */
const MOST_ADDITIONS = 6;
/** An addition of this share of a scene is one of its own, where the plan has more scenes. */
const OWN_SCENE = 0.6;

interface Plan {
  readonly slots: readonly SceneSlot[];
  readonly input: ScriptInput;
}

/** What is asked to have more of a script. */
interface Further {
  readonly instruction: string;
  readonly begins?: string | undefined;
  /** The scene that it goes on with. */
  readonly index: number;
}

/**
 * Until the length is right more is said between the first and the last scene: of a story what happened next, of a list
 * more of each entry, of all else answers to questions that viewers still have, then more of what was said.
 */
export function* lengthened(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const plan = { slots, input };
  if (isLongEnough(scenes, input)) return scenes;
  const questions = hasQuestions(input) ? yield* askForQuestions(scenes, input) : [];
  let longer = scenes;
  for (let times = 0; times < MOST_ADDITIONS && !isLongEnough(longer, input); times += 1) {
    const further = furtherOf(longer, plan, times, questions);
    if (further === undefined) break;
    const missing = missingAt(longer, further.index, plan);
    const addition = yield* askSentences({
      ...placeOf(further.index, slots),
      instruction: further.instruction,
      begins: further.begins,
      before: [...spokenIn(longer.toSpliced(further.index, 1)), longer[further.index]?.narration ?? ''],
      units: missing,
      input,
    });
    if (addition === '' || countsOn(addition, input) || mayInvent(addition, input)) continue;
    const held = joinSentences(yield* trueSentences(splitSentences(addition), input), voiceOf(input));
    if (!addsLittle(held, longer, input)) longer = withAddition(longer, further.index, held, plan);
  }
  return longer;
}

function isLongEnough(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return scriptSeconds(scenes, voiceOf(input)) >= input.duration * (1 - NEAR_ENOUGH);
}

function hasQuestions(input: ScriptInput): boolean {
  return promisedEntries(input) === undefined && !isTold(input);
}

/** What is told as it happened is gone on with. */
function isTold({ format }: ScriptInput): boolean {
  return format === 'story' || format === 'vlog';
}

const QUESTION_TOKENS = 24;

function* askForQuestions(scenes: readonly DraftScene[], input: ScriptInput): Work<readonly string[]> {
  const answer = yield* ask<string>({
    part: 'questions',
    label: 'Finding what viewers still want to know',
    system: systemFor(input, 'staged'),
    prompt: [
      `${shortBrief(input)}\n`,
      labelledLines([['Said so far', material(spokenIn(scenes).join(' '))]]),
      askText(askQuestions, { count: MOST_ADDITIONS, language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'text' },
    maxTokens: MOST_ADDITIONS * QUESTION_TOKENS,
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedBeats(MOST_ADDITIONS, input),
  });
  return listEntries(answer).filter((line) => /[?？؟]$/u.test(line) && !leadsAway(line, input));
}

function furtherOf(
  scenes: readonly DraftScene[],
  plan: Plan,
  times: number,
  questions: readonly string[],
): Further | undefined {
  const behind = Math.max(0, scenes.length - 2);
  if (isTold(plan.input)) {
    return { instruction: askText(goOn, undefined), begins: inEnglish(thenFor(times), plan.input), index: behind };
  }
  const question = material(questions[times]);
  if (question === undefined) return moreOfScene(scenes, plan, times);
  return { instruction: askText(answerQuestion, { question: question.marked }), index: behind };
}

/** More of the scene that lacks most; asked again, of the next. */
function moreOfScene(scenes: readonly DraftScene[], plan: Plan, times: number): Further | undefined {
  const inner = [...scenes.keys()].slice(1, -1);
  const byRoom = inner.toSorted((one, other) => missingAt(scenes, other, plan) - missingAt(scenes, one, plan));
  const index = byRoom[times % Math.max(1, Math.min(2, inner.length))];
  const [entry] = splitSentences(index === undefined ? '' : (scenes[index]?.narration ?? ''));
  const named = material(entry);
  if (index === undefined || named === undefined) return undefined;
  const begins = inEnglish(moreFor(times), plan.input);
  return { instruction: askText(moreOfEntry, { entry: named.marked }), begins, index };
}

function addsLittle(addition: string, scenes: readonly DraftScene[], { language }: ScriptInput): boolean {
  return substance(addition, spokenIn(scenes), language) < LEAST_SUBSTANCE;
}

/** Sources are spoken with their figures before: said once more, "1,200 rivets" became 1,200 hours. */
function mayInvent(addition: string, { sources }: ScriptInput): boolean {
  return sources.length > 0 && /\p{N}/u.test(addition);
}

/** An entry more than was promised: "Third, …" a second time. */
function countsOn(addition: string, input: ScriptInput): boolean {
  return promisedEntries(input) !== undefined && (entryBegun(addition, input.language) ?? 0) > 1;
}

/** What there is room for behind a scene, in the voice's unit: of its own share, or of the next scene's. */
function missingAt(scenes: readonly DraftScene[], index: number, { slots, input }: Plan): number {
  const voice = voiceOf(input);
  const share = slots[index]?.units ?? 0;
  const room = missingUnits(scenes[index]?.narration ?? '', share, voice);
  return Math.max(hasFurther(scenes, { slots, input }) ? Math.max(room, share) : room, LEAST_ADDITION[voice.unit] * 2);
}

/** Whether the plan has a scene more; those of a list are its entries, those of an outline its points. */
function hasFurther(scenes: readonly DraftScene[], { slots, input }: Plan): boolean {
  return scenes.length < slots.length && input.outline === undefined && promisedEntries(input) === undefined;
}

/** Behind the scene that it goes on with, or as the next scene. */
function withAddition(
  scenes: readonly DraftScene[],
  index: number,
  addition: string,
  plan: Plan,
): readonly DraftScene[] {
  const voice = voiceOf(plan.input);
  const scene = scenes[index];
  if (scene === undefined) return scenes;
  const isWhole = spokenUnits(addition, voice) >= OWN_SCENE * (plan.slots[index]?.units ?? Infinity);
  if (isWhole && hasFurther(scenes, plan)) {
    return scenes.toSpliced(index + 1, 0, spokenScene(index + 1, 'point', addition));
  }
  return scenes.with(index, { ...scene, narration: joinSentences([scene.narration, addition], voice) });
}
