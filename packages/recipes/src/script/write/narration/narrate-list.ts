import { foreignWord } from '../../../language/scripts.ts';
import { ask, event, progress, type Work } from '../../../port/effects.ts';
import { askText } from '../../../prompts/prompt.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';
import { insideSentence } from '../../../text/phrases/inside-sentence.ts';
import { nounPhrases } from '../../../text/phrases/noun-phrases.ts';
import { listEntries } from '../../../text/lines.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { containment, wordOverlap } from '../../../text/similarity.ts';
import { fixSpeech } from '../../../text/speakable.ts';
import { contentStems, sharesStem } from '../../../text/substance.ts';
import { visibleDeeds } from '../../../text/visible-deeds/visible-deeds.ts';
import { words } from '../../../text/words.ts';
import { spokenUnits } from '../../../speech/voice.ts';
import { isDoubtful } from '../../telling/doubtful.ts';
import { spokenScene, voiceOf, type DraftScene } from '../../draft.ts';
import type { ScriptEvent } from '../../events.ts';
import type { SceneSlot } from '../../plan.ts';
import { ordinalOf, startsWithOrdinal } from '../../prompts/first-words.ts';
import { explainEntry, nameEntries } from '../../prompts/small-asks.ts';
import { systemFor } from '../../prompts/system.ts';
import { listOpening } from '../../telling/list-opening.ts';
import type { ScriptInput } from '../../schema.ts';
import { subjectOf } from '../../stand-ins.ts';
import { shortBrief } from '../brief.ts';
import { expectedBeats } from '../expected.ts';
import { heldNamesFirst, trueSentences } from './hold-true.ts';
import type { Picturing } from './narrate.ts';
import { askSentences } from './scene-asks.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';
import { toldScenes } from './told-scenes.ts';

/** A list that was promised, and the plan for it: a hook, a scene for each entry, the closing. */
interface PromisedList {
  readonly count: number;
  readonly slots: readonly SceneSlot[];
}

/**
 * A promised English list: its entries are named first, in one ask for a few words each, then each is explained alone
 * with its name before the model's eyes; code counts them aloud. Asked for the whole as prose a small model names two of
 * five, or says one of them five times. Scenes are told as they come, the first at once: it is the topic in the caller's
 * words. What is said of an entry is held true, and one of which nothing is makes room for another that was named.
 */
export function* narrateList(
  { count, slots }: PromisedList,
  input: ScriptInput,
  pictured: Picturing,
): Work<DraftScene[], ScriptEvent> {
  const scenes = [spokenScene(0, 'hook', listOpening(input))];
  yield* tellLast(scenes, input, pictured);
  yield progress(1, slots.length, 'Naming what the list has');
  let names = yield* askNames(count, input);
  if (names.length === 0) return [];
  for (let number = 1; number <= count && names.length > 0; number += 1) {
    yield progress(scenes.length, slots.length, `Writing scene ${scenes.length + 1} of ${slots.length}`);
    const place = { number, slots, before: spokenIn(scenes) };
    const { entry, narration, further } = yield* nextEntry(names, count - number, place, input);
    names = further;
    scenes.push({ ...spokenScene(scenes.length, 'point', narration), on_screen_text: captionOf(entry) });
    yield* tellLast(scenes, input, pictured);
  }
  return scenes;
}

interface ToldEntry {
  readonly entry: string;
  readonly narration: string;
  /** Names that were not used yet. */
  readonly further: readonly string[];
}

/** The first of these names of which something can be said, as long as enough of them are left for the others; else the first, alone. */
function* nextEntry(names: readonly string[], needed: number, place: EntryPlace, input: ScriptInput): Work<ToldEntry> {
  const [first = ''] = names;
  for (const [at, entry] of names.entries()) {
    const further = names.slice(at + 1);
    if (at > 0 && further.length < needed) break;
    const reasons = yield* askReasons(entry, place, input);
    if (reasons.length > 0) return { entry, narration: entrySpoken(entry, reasons, place, input), further };
  }
  return { entry: first, narration: entrySpoken(first, [], place, input), further: names.slice(1) };
}

function* tellLast(scenes: readonly DraftScene[], input: ScriptInput, pictured: Picturing): Work<void, ScriptEvent> {
  const last = toldScenes(pictured(scenes), input).at(-1);
  if (last !== undefined) yield event('scene', last);
}

/** What lists are named at: with more chance "a fan" is among the ways to less noise. */
const NAMING_TEMPERATURE = 0.2;
const TOKENS_PER_NAME = 22;
const MOST_NAME_CHARACTERS = 120;
/** Two names that share this share of their words name the same. */
const SAME_ENTRY = 0.6;
/** Names beyond those that were promised, so that one that is not held true can be left out. */
const FURTHER_NAMES = 2;
/** Times that the names are asked for: what is missing is asked for once more, with those that there are. */
const NAMINGS = 2;

/** The names of the promised entries and some to spare, those that the model holds true first. */
function* askNames(count: number, input: ScriptInput): Work<readonly string[]> {
  let named: readonly string[] = [];
  for (let time = 0; time < NAMINGS && named.length < count; time += 1) {
    const wanted = count - named.length + FURTHER_NAMES;
    const answer = yield* ask<string>({
      part: 'plan',
      label: `Naming ${count} entries`,
      system: systemFor(input, 'staged'),
      prompt: [
        `${shortBrief(input)}\n`,
        labelledLines([['Named already, which you must not repeat', material(named.join('\n'))]]),
        askText(nameEntries, { count: wanted }),
      ].join('\n'),
      reply: { form: 'text' },
      maxTokens: 20 + wanted * TOKENS_PER_NAME,
      temperature: NAMING_TEMPERATURE,
      expected: () => expectedBeats(wanted, input),
    });
    named = withNew(named, listEntries(answer).map(nameOf), input).slice(0, count + FURTHER_NAMES);
  }
  return yield* heldNamesFirst(concreteFirst(named, count, input), count, input);
}

/**
 * The names in their order, and behind them as many as there are too many of those that name no deed and no thing of
 * their own: "not considering the environmental impact".
 */
function concreteFirst(names: readonly string[], count: number, input: ScriptInput): readonly string[] {
  const isConcrete = (name: string) =>
    visibleDeeds(name).length > 0 ||
    nounPhrases(name).some(({ text, isVisible }) => isVisible && !sharesStem(text, subjectOf(input), input.language));
  const spare = Math.max(0, names.length - count);
  const vague = names.filter((name) => !isConcrete(name)).slice(-Math.max(1, spare));
  return spare === 0 ? names : [...names.filter((name) => !vague.includes(name)), ...vague];
}

/** "**Use curtains**: they help" → "Use curtains". */
function nameOf(entry: string): string {
  const name = fixSpeech(entry).split(/(?<=\p{L}{3})\s*(?::|\s[-–—])\s/u)[0] ?? '';
  return name.replace(/[\s.!,;:]+$/u, '');
}

function withNew(named: readonly string[], further: readonly string[], input: ScriptInput): readonly string[] {
  const { language } = input;
  return further.reduce<readonly string[]>((all, name) => {
    const isUsable =
      name !== '' &&
      name.length <= MOST_NAME_CHARACTERS &&
      foreignWord(name, language) === undefined &&
      !isDoubtful(name, input) &&
      contentStems(name, language).size > 0;
    return isUsable && all.every((other) => !isSameEntry(other, name, input)) ? [...all, name] : all;
  }, named);
}

/** Names that share most words, or the thing that they are about: "Use blackout curtains", "Hang a white curtain". */
function isSameEntry(one: string, other: string, input: ScriptInput): boolean {
  if (wordOverlap(one, other) >= SAME_ENTRY) return true;
  const topic = contentStems(subjectOf(input), input.language);
  const things = (name: string) =>
    contentStems(
      nounPhrases(name)
        .map(({ root }) => root)
        .join(' '),
      input.language,
    ).difference(topic);
  return !things(one).isDisjointFrom(things(other));
}

/** A name that is longer cannot be read in passing. */
const MOST_CAPTION_WORDS = 6;

/** An entry's name stands on its scene's screen. */
function captionOf(entry: string): string {
  return words(entry).length > MOST_CAPTION_WORDS ? '' : entry.charAt(0).toUpperCase() + entry.slice(1);
}

/** Two sentences of a small model come to less than they are asked for. */
const ASKED_SHARE = 1.4;

interface EntryPlace {
  readonly number: number;
  readonly slots: readonly SceneSlot[];
  readonly before: readonly string[];
}

/**
 * What the model says of an entry from its name on, as far as it holds it true. Asked to explain it without its name in
 * its mouth it begins each entry alike: "When installing solar panels, it's important".
 */
function* askReasons(entry: string, { number, slots, before }: EntryPlace, input: ScriptInput): Work<string[]> {
  const name = `${entry}.`;
  const said = yield* askSentences({
    ...placeOf(number, slots),
    instruction: askText(explainEntry, { entry: material(entry)?.marked ?? entry }),
    begins: name,
    before,
    // The name is a sentence of them already, after which it ends one sooner.
    units: Math.round((slots[number]?.units ?? 1) * ASKED_SHARE) + spokenUnits(name, voiceOf(input)),
    input,
  });
  const reasons = splitSentences(said).filter(
    (sentence) => sentence !== name && !startsWithOrdinal(sentence) && !isQuestion(sentence),
  );
  return yield* trueSentences(reasons, input);
}

/** "Third, lay a thick rug. It swallows …": the entry's name, counted aloud, and what is said of it. */
function entrySpoken(entry: string, reasons: readonly string[], { number }: EntryPlace, input: ScriptInput): string {
  // What names it whole says its name no second time.
  const isNamed = containment(entry, reasons[0] ?? '') >= NAMED;
  const spoken = (isNamed ? reasons : [`${entry}.`, ...reasons]).join(' ');
  return `${ordinalOf(number)}, ${insideSentence(spoken, subjectOf(input))}`;
}

/** A sentence with this share of a name's words says it. */
const NAMED = 0.8;

/** "Are you looking for a simple way?" counts nothing and explains nothing. */
function isQuestion(sentence: string): boolean {
  return /[?]["”]?$/u.test(sentence);
}
