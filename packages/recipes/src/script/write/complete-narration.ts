import { primarySubtag } from '../../language/scripts.ts';
import type { Work } from '../../port/effects.ts';
import { askText } from '../../prompts/prompt.ts';
import { material } from '../../prompts/material.ts';
import { speakingSeconds } from '../../speech/voice.ts';
import { splitSentences } from '../../text/sentences.ts';
import { sharesStem } from '../../text/substance.ts';
import { withoutTrailingClause } from '../../text/phrases/trailing-clause.ts';
import { words } from '../../text/words.ts';
import { FEWEST_SCENES, sceneId, spokenScene, voiceOf, type DraftScene } from '../draft.ts';
import { sourcedFigures, unsaidOfSources } from '../grounding.ts';
import { listOpening } from '../telling/list-opening.ts';
import type { SceneSlot } from '../plan.ts';
import { countedInOrder, entriesCounted, entryBegun, promisedEntries } from '../telling/promised-entries.ts';
import { CLOSINGS, ordinalOf } from '../prompts/first-words.ts';
import { closeVideo, goOn, sayEntry, speakOfPoint } from '../prompts/small-asks.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../telling/spoken-lines.ts';
import { subjectOf } from '../stand-ins.ts';
import { scriptSeconds } from '../timing.ts';
import { DURATION_TOLERANCE } from '../tolerance.ts';
import { asksForTopicsDeed, callsToAction, isTrial } from './calls-to-action.ts';
import { fitted } from './fit-narration.ts';
import { lengthened } from './lengthen-narration.ts';
import { askSentences, inEnglish } from './scene-asks.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';

/**
 * What prose left out, each asked for alone: promised entries, points and scenes that the caller counts on, the call to
 * action, length. Figures of sources that were not spoken are said in the source's own sentence.
 */
export function* completeNarration(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<DraftScene[]> {
  const counted = withHook(yield* withEntries(scenes, slots, input), input);
  const sourced = withFigures(counted, input);
  const filled = yield* withPoints(sourced, slots, input);
  const closed = yield* withClosing(filled, slots, input);
  const whole = yield* lengthened(withOneCall(closed, input), slots, input);
  return numbered(fitted(withOneCall(whole, input), input), slots);
}

/** What is to be tried is said once, at the end; entries of a list and steps are advice from beginning to end. */
function withOneCall(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  if (promisedEntries(input) !== undefined || input.format === 'tutorial') return scenes;
  return scenes.map((scene, index) => {
    if (index === scenes.length - 1) return scene;
    const sentences = splitSentences(scene.narration);
    const body = sentences.filter((sentence) => !isTrial(sentence, input.language));
    return body.length === 0 ? scene : { ...scene, narration: joinSentences(body, voiceOf(input)) };
  });
}

/** A list that begins with its first entry is opened with the topic, in the caller's words. */
function withHook(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  const [first] = scenes;
  if (first === undefined || !isEntry(first, 1, input)) return scenes;
  return [spokenScene(0, 'hook', listOpening(input)), ...scenes];
}

/** Whether a scene is the entry of that number of a promised list. */
function isEntry({ narration }: DraftScene, number: number | undefined, input: ScriptInput): boolean {
  const [opening = ''] = splitSentences(narration);
  return promisedEntries(input) !== undefined && entryBegun(opening, input.language) === number;
}

function* withEntries(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const promised = promisedEntries(input);
  if (promised === undefined || scenes.length === 0) return scenes;
  const said = spokenIn(scenes).flatMap(splitSentences);
  const counted = countedInOrder(said, promised, input.language);
  if (counted === promised) return scenes;
  let complete = inOrder(scenes, counted, input);
  for (let number = counted + 1; number <= promised; number += 1) {
    const narration = yield* askSentences({
      ...placeOf(complete.length, slots),
      instruction: askText(sayEntry, { number }),
      begins: inEnglish(`${ordinalOf(number)},`, input),
      before: spokenIn(complete),
      units: slots[1]?.units ?? 1,
      input,
    });
    const isCounted = entriesCounted(narration, promised, input.language).has(number);
    if (isCounted) complete = [...complete, spokenScene(complete.length, 'point', narration)];
  }
  return counted === 0 ? complete : [...complete, ...scenes.slice(-1).filter(({ role }) => role === 'cta')];
}

/**
 * What stands before the entries and those that are counted from the first on, one behind the other. What goes on as an
 * essay, or counts from the third on, would say the others a second time.
 */
function inOrder(scenes: readonly DraftScene[], counted: number, input: ScriptInput): DraftScene[] {
  const { language } = input;
  const [first] = scenes;
  if (first === undefined) return [];
  if (counted === 0) return [{ ...first, narration: splitSentences(first.narration)[0] ?? '' }];
  let entry = 0;
  return scenes.flatMap((scene) => {
    const kept = splitSentences(scene.narration).filter((sentence) => {
      const begun = entryBegun(sentence, language);
      if (begun === entry + 1 && begun <= counted) entry = begun;
      return begun === undefined || begun === entry;
    });
    return scene.role === 'cta' || kept.length === 0
      ? []
      : [{ ...scene, narration: joinSentences(kept, voiceOf(input)) }];
  });
}

/**
 * Sentences of sources whose figures nobody spoke stand behind the first scene, as the source has them; of news that are
 * too short, its other ones as well: they are all that is known.
 */
function withFigures(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  const voice = voiceOf(input);
  const figures = sourcedFigures(spokenIn(scenes).join(' '), input);
  let room = input.duration - scriptSeconds(scenes, voice) - speakingSeconds(figures.join(' '), voice);
  const further = unsaidOfSources([...spokenIn(scenes), ...figures].join(' '), input).filter((sentence) => {
    const seconds = speakingSeconds(sentence, voice);
    const isFitting = seconds <= room;
    room -= isFitting ? seconds : 0;
    return isFitting;
  });
  return behindFirst(inSourceOrder([...figures, ...further], input), scenes, input);
}

/** "The work cost 38 million euros. It was planned for less." stand as they do in their source. */
function inSourceOrder(sentences: readonly string[], { sources }: ScriptInput): readonly string[] {
  const given = sources.map(({ text = '' }) => text).join(' ');
  return sentences.toSorted((one, other) => given.indexOf(one) - given.indexOf(other));
}

function behindFirst(
  sentences: readonly string[],
  scenes: readonly DraftScene[],
  input: ScriptInput,
): readonly DraftScene[] {
  const [first, ...rest] = scenes;
  if (sentences.length === 0 || first === undefined) return scenes;
  return [first, spokenScene(1, 'proof', joinSentences(sentences, voiceOf(input))), ...rest];
}

/** A scene for each point of an outline, and as many scenes as are asked for. */
function* withPoints(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  if (input.scenes === undefined && input.outline === undefined) return scenes;
  let filled = scenes;
  for (let index = scenes.length; index < slots.length; index += 1) {
    const point = material(input.outline?.[index]);
    const narration = yield* askSentences({
      ...placeOf(index, slots),
      instruction: point === undefined ? askText(goOn, undefined) : askText(speakOfPoint, { point: point.marked }),
      before: spokenIn(filled),
      units: slots[index]?.units ?? 1,
      input,
    });
    filled = [...filled, spokenScene(index, 'point', narration)];
  }
  return filled;
}

/** The last words call to something, or they are asked for, each time begun otherwise. */
function* withClosing(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const last = scenes.at(-1);
  // The advice of a last entry calls nobody to anything behind the video.
  const isClosed = last !== undefined && calls(last.narration, input) && !isEntry(last, promisedEntries(input), input);
  if (last === undefined || (isClosed && !isWeakCall(last, input))) return scenes;
  const said = yield* askClosing(scenes, slots, input);
  if (said === '') return scenes;
  const open = isClosed ? withoutLastSentence(scenes, input) : scenes;
  const closing = fittingCall(said, open, input);
  const hasRoom = open.length < slots.length && input.outline === undefined;
  const end = open.at(-1);
  const called = spokenScene(open.length, 'cta', closing);
  if (hasRoom || end === undefined) return [...open, called];
  // Of a script that is too long already the call takes the last scene's place.
  const voice = voiceOf(input);
  const isFull = isTooLong([...open, called], input);
  const mayGo = input.scenes === undefined && input.outline === undefined && promisedEntries(input) === undefined;
  if (isFull && mayGo && open.length >= FEWEST_SCENES) return open.with(open.length - 1, { ...called, id: end.id });
  const narration = joinSentences([end.narration, closing], voice);
  return open.with(open.length - 1, { ...end, narration });
}

function isTooLong(scenes: readonly DraftScene[], input: ScriptInput): boolean {
  return scriptSeconds(scenes, voiceOf(input)) > input.duration * (1 + DURATION_TOLERANCE);
}

/** "Try another grind to see how it tastes", without what it is good for where the script is too long with it. */
function fittingCall(call: string, scenes: readonly DraftScene[], input: ScriptInput): string {
  const isEnglish = primarySubtag(input.language) === 'en';
  const isLong = isTooLong([...scenes, spokenScene(scenes.length, 'cta', call)], input);
  return isEnglish && isLong && input.cta === undefined ? withoutTrailingClause(call) : call;
}

/** "Try it yourself." calls to nothing, and nobody knows whom "Provide them with attention" is about. */
function isWeakCall({ narration }: DraftScene, input: ScriptInput): boolean {
  const call = splitSentences(narration).at(-1) ?? '';
  const isUnclear = UNNAMED.test(call) && !sharesStem(call, subjectOf(input), input.language);
  if (words(call).length < LEAST_CLOSING_WORDS) return true;
  return primarySubtag(input.language) === 'en' && (isUnclear || asksForTopicsDeed(call, subjectOf(input)));
}

const UNNAMED = /^(?:(?:so|now|and),? )?\p{L}+ (?:it|them)\b/iu;

function withoutLastSentence(scenes: readonly DraftScene[], input: ScriptInput): readonly DraftScene[] {
  const last = scenes.at(-1);
  const body = splitSentences(last?.narration ?? '').slice(0, -1);
  if (last === undefined || body.length === 0) return scenes.slice(0, -1);
  return scenes.with(scenes.length - 1, { ...last, narration: joinSentences(body, voiceOf(input)) });
}

/** Fewer words call to nothing: "Try purring." */
const LEAST_CLOSING_WORDS = 4;

function* askClosing(scenes: readonly DraftScene[], slots: readonly SceneSlot[], input: ScriptInput): Work<string> {
  const beginnings = input.cta === undefined ? CLOSINGS.map((begins) => inEnglish(begins, input)) : [undefined];
  let second = '';
  for (const begins of new Set(beginnings)) {
    const said = yield* askSentences({
      ...placeOf(scenes.length, slots),
      instruction: askText(closeVideo, { cta: input.cta ?? 'do one small thing about this topic today' }),
      begins,
      before: spokenIn(scenes),
      units: slots.at(-1)?.units ?? 1,
      input,
    });
    const closing = untilCall(said, input);
    const isLong = words(closing).length >= LEAST_CLOSING_WORDS || begins === undefined;
    const isJoke = primarySubtag(input.language) === 'en' && asksForTopicsDeed(closing, subjectOf(input));
    if (!calls(closing, input) || !isLong || (isJoke && input.cta === undefined)) continue;
    if (input.cta !== undefined || sharesStem(closing, subjectOf(input), input.language)) return closing;
    // "Next time you sit in your office, place a fan nearby", of a quiet flat: has a word of the video, and none of its topic.
    const isOfVideo = sharesStem(closing, spokenIn(scenes).join(' '), input.language);
    if (isOfVideo && second === '') second = closing;
  }
  return second;
}

/** A call and nothing behind it: asked for one sentence, a small model calls twice in other words. */
function untilCall(said: string, input: ScriptInput): string {
  const sentences = splitSentences(said);
  const at = sentences.findIndex((sentence) => callsToAction(sentence, input.language));
  return at === -1 ? said : joinSentences(sentences.slice(0, at + 1), voiceOf(input));
}

function calls(narration: string, { language }: ScriptInput): boolean {
  return splitSentences(narration)
    .slice(-1)
    .some((sentence) => callsToAction(sentence, language));
}

/** Ids and roles by place: what was put in between moves what follows. */
function numbered(scenes: readonly DraftScene[], slots: readonly SceneSlot[]): DraftScene[] {
  return scenes.map((scene, index) => {
    const role = index === scenes.length - 1 ? slots.at(-1)?.role : slots[index]?.role;
    return { ...scene, id: sceneId(index), role: role ?? 'point' };
  });
}
