import { primarySubtag } from '../../../language/scripts.ts';
import type { Work } from '../../../port/effects.ts';
import { askText } from '../../../prompts/prompt.ts';
import { insideSentence } from '../../../text/phrases/inside-sentence.ts';
import { countedThing } from '../../../text/phrases/noun-phrases.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { sharesStem } from '../../../text/substance.ts';
import { withoutTrailingClause } from '../../../text/phrases/trailing-clause.ts';
import { words } from '../../../text/words.ts';
import { FEWEST_SCENES, spokenScene, voiceOf, type DraftScene } from '../../draft.ts';
import type { SceneSlot } from '../../plan.ts';
import { promisedEntries } from '../../telling/promised-entries.ts';
import { CLOSINGS } from '../../prompts/first-words.ts';
import { closeVideo } from '../../prompts/small-asks.ts';
import type { ScriptInput } from '../../schema.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { subjectOf } from '../../stand-ins.ts';
import { scriptSeconds } from '../../timing.ts';
import { DURATION_TOLERANCE } from '../../tolerance.ts';
import { asksForTopicsDeed, callsToAction, isAnyCall } from './calls-to-action.ts';
import { isEntry } from './list-entry.ts';
import { askSentences, inEnglish } from './scene-asks.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';

/** The last words call to something, or they are asked for, each time begun otherwise. */
export function* withClosing(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const last = scenes.at(-1);
  // The advice of a last entry calls nobody to anything behind the video.
  const isClosed = last !== undefined && calls(last.narration, input) && !isEntry(last, promisedEntries(input), input);
  if (last === undefined || (isClosed && !isWeakCall(last, input))) return scenes;
  // A weak call before its eyes is said again in other words.
  const open = isClosed ? withoutLastSentence(scenes, input) : scenes;
  const said = yield* askClosing(open, slots, input);
  if (said === '') return scenes;
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
  if (words(call).length < LEAST_CLOSING_WORDS || isAnyCall(call, input.language)) return true;
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
  const beginnings =
    input.cta === undefined ? [...ofList(input), ...CLOSINGS.map((begins) => inEnglish(begins, input))] : [undefined];
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
    const closing = withoutTopic(untilCall(said, input), input);
    const isLong = words(closing).length >= LEAST_CLOSING_WORDS || begins === undefined;
    const isAny = input.cta === undefined && isAnyCall(closing, input.language);
    const isJoke = primarySubtag(input.language) === 'en' && asksForTopicsDeed(closing, subjectOf(input));
    if (!calls(closing, input) || !isLong || isAny || (isJoke && input.cta === undefined)) continue;
    const isOfList = begins !== undefined && ofList(input).includes(begins);
    if (input.cta !== undefined || isOfList || sharesStem(closing, subjectOf(input), input.language)) return closing;
    // "Next time you sit in your office, place a fan nearby", of a quiet flat: has a word of the video, and none of its topic.
    const isOfVideo = sharesStem(closing, spokenIn(scenes).join(' '), input.language);
    if (isOfVideo && second === '') second = closing;
  }
  return second;
}

/** "Tell me in the comments which of these three ways": viewers of a list can say which of it they mean. */
function ofList(input: ScriptInput): string[] {
  if (promisedEntries(input) === undefined || primarySubtag(input.language) !== 'en') return [];
  const counted = countedThing(subjectOf(input));
  return counted === undefined ? [] : [`Tell me in the comments which of these ${insideSentence(counted)}`];
}

/** "Which of these five mistakes people make with solar panels at home you think …": a list's opening has said so. */
function withoutTopic(call: string, input: ScriptInput): string {
  const subject = subjectOf(input).replace(/[\s.?!]+$/u, '');
  const counted = ofList(input).length === 0 ? undefined : countedThing(subject);
  if (counted === undefined) return call;
  const topic = subject.slice(subject.indexOf(counted) + counted.length).trim();
  const goesOn = new RegExp(`(?<=${RegExp.escape(insideSentence(counted))}) ${RegExp.escape(topic)}(?= \\p{L})`, 'iu');
  return topic === '' ? call : call.replace(goesOn, '');
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
