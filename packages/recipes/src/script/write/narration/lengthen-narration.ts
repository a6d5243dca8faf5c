import { expectedBeats } from '../expected.ts';
import { languageName } from '../../../language/match.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import { ask, type Work } from '../../../port/effects.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';
import { askText } from '../../../prompts/prompt.ts';
import { spokenUnits, unitsIn, type Voice } from '../../../speech/voice.ts';
import { listEntries } from '../../../text/lines.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { substance } from '../../../text/substance.ts';
import { spokenScene, voiceOf, type DraftScene } from '../../draft.ts';
import { leadsAway } from '../../telling/neighbours.ts';
import type { SceneSlot } from '../../plan.ts';
import { entryBegun, promisedEntries } from '../../telling/promised-entries.ts';
import { EXAMPLE, tailFor } from '../../prompts/first-words.ts';
import { answerQuestion, askQuestions, explainEntry } from '../../prompts/small-asks.ts';
import { systemFor } from '../../prompts/system.ts';
import type { ScriptInput } from '../../schema.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { scriptSeconds } from '../../timing.ts';
import { DURATION_TOLERANCE, isWithinTolerance } from '../../tolerance.ts';
import { shortBrief } from '../brief.ts';
import { callsToAction } from './calls-to-action.ts';
import { goOn } from './go-on.ts';
import { narrationPrompt } from './narrate.ts';
import { askSentences, inEnglish, lengthOf, missingUnits } from './scene-asks.ts';
import { trueSentences } from './hold-true.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';
import { SMALL_TEMPERATURE } from '../writer.ts';

// These were chosen by reading scripts of a 1.5B model, and not measured.
/** A script this near to its length, as a share of it, is not asked on: what it would get is filler. */
const NEAR_ENOUGH = DURATION_TOLERANCE * 0.95;
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
  readonly prompt: string;
  /** The beginning of the answer, and how it is to go on from there. */
  readonly said: string;
  readonly tail: string;
  /** The scene that it goes on with. */
  readonly index: number;
}

/**
 * Until the length is right more is said between the first and the last scene. The narration is gone on with as its own
 * text, and so is each entry of a list; what is missing then are answers to questions that viewers still have.
 */
export function* lengthened(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const plan = { slots, input };
  let longer = scenes;
  for (let times = 0; times < MOST_ADDITIONS && !isWhole(longer, input); times += 1) {
    const further = furtherOf(longer, plan, times);
    if (further === undefined) break;
    const { index, ...going } = further;
    const spoken = spokenIn(longer);
    const units = missingAt(longer, index, plan);
    longer = yield* withHeld(
      longer,
      index,
      yield* goOn({ ...placeOf(index, slots), ...going, spoken, units, room: roomIn(longer, units, plan), input }),
      plan,
    );
  }
  return isLongEnough(longer, input) || !hasQuestions(input) ? longer : yield* withAnswers(longer, plan);
}

/** Answers to what viewers still want to know, each begun for anew. */
function* withAnswers(scenes: readonly DraftScene[], plan: Plan): Work<readonly DraftScene[]> {
  const { slots, input } = plan;
  let longer = scenes;
  for (const asked of yield* askForQuestions(scenes, input)) {
    if (isLongEnough(longer, input)) break;
    const index = behind(longer, input);
    const question = material(asked)?.marked ?? asked;
    const units = missingAt(longer, index, plan);
    const addition = yield* askSentences({
      ...placeOf(index, slots),
      instruction: askText(answerQuestion, { question }),
      before: [...spokenIn(longer.toSpliced(index, 1)), longer[index]?.narration ?? ''],
      units,
      room: roomIn(longer, units, plan),
      input,
    });
    longer = yield* withHeld(longer, index, addition, plan);
  }
  return longer;
}

/** With what of an addition is held true, where it adds something. */
function* withHeld(
  scenes: readonly DraftScene[],
  index: number,
  addition: string,
  plan: Plan,
): Work<readonly DraftScene[]> {
  const { input } = plan;
  if (addition === '' || countsOn(addition, input) || mayInvent(addition, input)) return scenes;
  const held = joinSentences(yield* trueSentences(splitSentences(addition), input), voiceOf(input));
  if (addsLittle(held, scenes, input)) return scenes;
  const longer = withAddition(scenes, index, held, plan);
  // What fits already is not made too long.
  const isSpoiled = isFitting(scenes, input) && !isFitting(longer, input);
  return isSpoiled ? scenes : longer;
}

function isFitting(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return isWithinTolerance(scriptSeconds(scenes, voiceOf(input)), input.duration);
}

/** Long enough, with a word on each promised entry. */
function isWhole(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return isLongEnough(scenes, input) && bareEntries(scenes, input).length === 0;
}

/** English entries of which nothing but the name is said: what else was said of them was not held true. */
function bareEntries(scenes: readonly DraftScene[], input: ScriptInput): readonly number[] {
  if (promisedEntries(input) === undefined || primarySubtag(input.language) !== 'en') return [];
  const inner = [...scenes.keys()].slice(1, -1);
  return inner.filter((index) => splitSentences(scenes[index]?.narration ?? '').length < 2);
}

function isLongEnough(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return scriptSeconds(scenes, voiceOf(input)) >= input.duration * (1 - NEAR_ENOUGH);
}

/** What is told as it happened, or is counted, answers none; nor do news beyond what their sources say. */
function hasQuestions(input: ScriptInput): boolean {
  const isReported = input.format === 'news' && input.sources.length > 0;
  return promisedEntries(input) === undefined && input.format !== 'story' && input.format !== 'vlog' && !isReported;
}

/** The last scene, or the one before a closing call. What happens in a story is none. */
function behind(scenes: readonly DraftScene[], { format, language }: ScriptInput): number {
  const last = scenes.at(-1);
  const end = splitSentences(last?.narration ?? '').at(-1) ?? '';
  const isStory = format === 'story' || format === 'vlog';
  const isClosed = last?.role === 'cta' || (!isStory && callsToAction(end, language));
  return Math.max(0, scenes.length - (isClosed ? 2 : 1));
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

function furtherOf(scenes: readonly DraftScene[], plan: Plan, times: number): Further | undefined {
  const { input, slots } = plan;
  if (promisedEntries(input) !== undefined) return moreOfEntry(scenes, plan, times);
  const index = behind(scenes, input);
  const tail = times === 0 ? '' : inEnglish(tailFor(input.format, times - 1) ?? '', input);
  if (tail === undefined || (times > 0 && tail === '')) return undefined;
  const said = joinSentences(spokenIn(scenes.slice(0, index + 1)), voiceOf(input));
  return { prompt: narrationPrompt(slots, input), said, tail, index };
}

/** More of the entry that lacks most; asked again, of the next. */
function moreOfEntry(scenes: readonly DraftScene[], plan: Plan, times: number): Further | undefined {
  const { input } = plan;
  const inner = [...scenes.keys()].slice(1, -1);
  const byRoom = inner.toSorted((one, other) => missingAt(scenes, other, plan) - missingAt(scenes, one, plan));
  const bare = bareEntries(scenes, input);
  const open = bare.length > 0 ? bare : byRoom.slice(0, 2);
  const index = open[times % Math.max(1, open.length)];
  const said = index === undefined ? '' : (scenes[index]?.narration ?? '');
  const entry = material(splitSentences(said)[0]);
  if (index === undefined || entry === undefined) return undefined;
  const units = spokenUnits(said, voiceOf(input)) + missingAt(scenes, index, plan);
  const tail = times < 2 ? '' : inEnglish(EXAMPLE, input);
  if (tail === undefined) return undefined;
  return { prompt: entryPrompt(entry.marked, units, input), said, tail, index };
}

/** Asked for more than is said, so that it does not end where it is. */
function entryPrompt(entry: string, units: number, input: ScriptInput): string {
  const length = lengthOf(units * ASKED_SHARE, voiceOf(input));
  return [`${shortBrief(input)}\n`, `${askText(explainEntry, { entry })} ${length}`].join('\n');
}

/** Small models end before they have as much as is asked for. */
const ASKED_SHARE = 1.5;

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

/** What the whole script lacks, where what is added may be scenes of its own; else what is asked for. */
function roomIn(scenes: readonly DraftScene[], units: number, { slots, input }: Plan): number {
  if (!hasFurther(scenes, { slots, input })) return units;
  return Math.max(units, unitsIn(input.duration - scriptSeconds(scenes, voiceOf(input)), voiceOf(input)));
}

/** Whether the plan has a scene more; those of a list are its entries, those of an outline its points. */
function hasFurther(scenes: readonly DraftScene[], { slots, input }: Plan): boolean {
  return scenes.length < slots.length && input.outline === undefined && promisedEntries(input) === undefined;
}

/** Behind the scene that it goes on with, or as the next scenes. */
function withAddition(
  scenes: readonly DraftScene[],
  index: number,
  addition: string,
  plan: Plan,
): readonly DraftScene[] {
  const voice = voiceOf(plan.input);
  const scene = scenes[index];
  if (scene === undefined) return scenes;
  const share = plan.slots[index]?.units ?? Infinity;
  const isSceneOfItsOwn = spokenUnits(addition, voice) >= OWN_SCENE * share;
  if (isSceneOfItsOwn && hasFurther(scenes, plan)) {
    const own = inScenes(splitSentences(addition), { share, most: plan.slots.length - scenes.length, voice });
    return scenes.toSpliced(index + 1, 0, ...own.map((said, at) => spokenScene(index + 1 + at, 'point', said)));
  }
  return scenes.with(index, { ...scene, narration: joinSentences([scene.narration, addition], voice) });
}

/** Sentences as narrations of a scene's share each; what is left behind the last is its as well. */
function inScenes(
  sentences: readonly string[],
  { share, most, voice }: { readonly share: number; readonly most: number; readonly voice: Voice },
): string[] {
  const groups: string[][] = [[]];
  for (const [at, sentence] of sentences.entries()) {
    groups.at(-1)?.push(sentence);
    const isFull = spokenUnits((groups.at(-1) ?? []).join(' '), voice) >= share;
    const rest = sentences.slice(at + 1).join(' ');
    if (isFull && groups.length < most && spokenUnits(rest, voice) >= OWN_SCENE * share) groups.push([]);
  }
  return groups.filter((group) => group.length > 0).map((group) => joinSentences(group, voice));
}
