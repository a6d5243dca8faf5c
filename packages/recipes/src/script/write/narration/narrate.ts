import { expectedWords } from '../../../expected/expected-words.ts';
import { languageName, matchLanguage } from '../../../language/match.ts';
import { primarySubtag } from '../../../language/scripts.ts';
import { ask, event, progress, type Work } from '../../../port/effects.ts';
import { askText } from '../../../prompts/prompt.ts';
import { labelledLines } from '../../../prompts/labelled-lines.ts';
import { material } from '../../../prompts/material.ts';
import { refusalIn } from '../../../reply/refusal/refusal.ts';
import { spokenUnits } from '../../../speech/voice.ts';
import { isEnded, splitSentences } from '../../../text/sentences.ts';
import { contentStems } from '../../../text/substance.ts';
import { withoutTrailingClause } from '../../../text/phrases/trailing-clause.ts';
import { FEWEST_SCENES, spokenScene, voiceOf, type DraftScene } from '../../draft.ts';
import { isDoubtful } from '../../telling/doubtful.ts';
import { listsKinds } from '../../telling/neighbours.ts';
import type { ScriptEvent, ScriptTold } from '../../events.ts';
import type { SceneSlot } from '../../plan.ts';
import { entryBegun, promisedEntries } from '../../telling/promised-entries.ts';
import { formatDetails, formatManners } from '../../prompts/formats.ts';
import { countAloud, exactWords, keepToThing, speakFreely, speakList, speakOn } from '../../prompts/small-asks.ts';
import { systemFor } from '../../prompts/system.ts';
import type { ScriptInput } from '../../schema.ts';
import { tellingSentences } from '../../telling/said-again.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { subjectOf } from '../../stand-ins.ts';
import { shortBrief } from '../brief.ts';
import { callsToAction, isTrial } from './calls-to-action.ts';
import { dealSentences, type DealtSentence } from './deal-sentences.ts';
import { toldScenes } from './told-scenes.ts';
import { TOKENS_PER_UNIT } from './scene-asks.ts';
import { PLAIN_TEMPERATURE, SMALL_TEMPERATURE } from '../writer.ts';

/** A stretch of the narration that is asked for at once: some scenes of the plan, and what stands before them. */
export interface Stretch {
  readonly slots: readonly SceneSlot[];
  readonly beats: readonly string[];
  readonly before: readonly DraftScene[];
  readonly isLast: boolean;
  /** Scenes of the whole script. */
  readonly total: number;
}

/** Makes a told scene whole where code can: pictures and screen text from its own words. */
export type Picturing = (scenes: readonly DraftScene[]) => readonly DraftScene[];

/**
 * The narration of a stretch as scenes, from one ask for spoken prose; a second one where code rejects the first before
 * anything was told. Scenes are told as soon as the next one begins.
 */
export function* narrate(stretch: Stretch, input: ScriptInput, pictured: Picturing): Work<DraftScene[], ScriptEvent> {
  yield progress(stretch.before.length, stretch.total, 'Writing the narration');
  const observe = teller(stretch, input, pictured);
  const first = yield* askProse(stretch, input, { temperature: PLAIN_TEMPERATURE, observe });
  const firstFit = fitOf(first, stretch, input);
  const wasTold = tellable(first, stretch, input).length > 0;
  if (wasTold || firstFit >= ACCEPTABLE) return withClosingApart(scenesFrom(first, stretch, input), stretch, input);
  const second = yield* askProse(stretch, input, { temperature: SMALL_TEMPERATURE });
  const better = fitOf(second, stretch, input) > firstFit ? second : first;
  return withClosingApart(scenesFrom(better, stretch, input), stretch, input);
}

/** The whole narration once more, told to nobody before it is chosen; `thing` is what the first one lost sight of. */
export function* narrateAgain(
  slots: readonly SceneSlot[],
  input: ScriptInput,
  thing: string | undefined,
): Work<DraftScene[], ScriptEvent> {
  const whole: Stretch = { slots, beats: [], before: [], isLast: true, total: slots.length };
  const answer = yield* askProse(whole, input, { temperature: SMALL_TEMPERATURE, thing });
  return withClosingApart(scenesFrom(answer, whole, input), whole, input);
}

/** What is asked for the narration of these scenes, as one text that is not closed. */
export function narrationPrompt(slots: readonly SceneSlot[], input: ScriptInput): string {
  return promptFor({ slots, beats: [], before: [], isLast: false, total: slots.length }, input);
}

/** The embedded models stop at half of what they are told: what is too much code leaves out, what is missing drifts. */
const ASKED_SHARE = 1.3;
/** Room in tokens for an answer that runs on. */
const ROOM = 1.5;

interface Trying {
  readonly temperature: number;
  readonly observe?: (text: string) => readonly ScriptTold[];
  /** What alone it is to be about. */
  readonly thing?: string | undefined;
}

function* askProse(
  stretch: Stretch,
  input: ScriptInput,
  { temperature, observe, thing }: Trying,
): Work<string, ScriptEvent> {
  const voice = voiceOf(input);
  const units = unitsOf(stretch);
  const answer = yield* ask<string, ScriptEvent>({
    part: stretch.before.length === 0 ? 'script' : `scenes[${stretch.before.length}]`,
    label: 'Writing the narration',
    system: systemFor(input, 'staged'),
    prompt: promptFor(stretch, input, thing),
    topic: subjectOf(input),
    reply: { form: 'text', leastSentences: leastSentences(stretch) },
    maxTokens: Math.round(units * TOKENS_PER_UNIT[voice.unit] * ROOM) + 40,
    temperature,
    expected: () => `${subjectOf(input)}. ${expectedWords(input.language, stretch.before.length).speech(units, voice)}`,
    ...(observe === undefined ? {} : { observe: (partial) => observe(String(partial)) }),
  });
  return refusalIn(answer) === undefined ? answer : '';
}

/** What is to be the whole script has to have its scenes; one stretch of many may be short, and what it lacks is asked for afterwards. */
function leastSentences({ before, slots, isLast }: Stretch): number {
  return before.length === 0 && isLast ? Math.min(FEWEST_SCENES, slots.length) : 1;
}

function promptFor({ slots, beats, before, isLast }: Stretch, input: ScriptInput, thing?: string): string {
  const { unit } = voiceOf(input);
  const isBrief = isShort({ slots });
  const units = Math.round((unitsOf({ slots }) * (isBrief ? 1 : ASKED_SHARE)) / 5) * 5;
  const promised = promisedEntries(input);
  const said = before.slice(-2).map(({ narration }) => narration);
  const manner = formatManners[input.format];
  const language = languageName(input.language);
  const asked = { units, unit, language, isBrief, manner, detail: formatDetails[input.format] };
  const first = promised === undefined ? speakFreely : speakList;
  const opening = before.length === 0 ? first : speakOn;
  return [
    `${shortBrief(input)}\n`,
    labelledLines([
      ['Said so far, which you must not repeat', material(said.join(' '))],
      ['What to speak of now, in this order', material(beats.join('\n'))],
    ]),
    askText(opening, { ...asked, isLast, cta: input.cta }),
    promised === undefined ? '' : askText(countAloud, { count: promised }),
    thing === undefined ? '' : askText(keepToThing, { thing }),
    ...input.must_include.map((phrase) => askText(exactWords, { phrase })),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function unitsOf({ slots }: Pick<Stretch, 'slots'>): number {
  return slots.reduce((sum, { units }) => sum + units, 0);
}

/** Below this a first answer is asked for again. */
const ACCEPTABLE = 0.5;
/** Headings, bullets and numbered lines: an article and no narration. */
const MARKED_LINE = /^\s*(?:#{1,6}\s|[-*•]\s|\d+[.)]\s|\*\*)/gmu;
const MOST_MARKED_LINES = 2;

/** How far an answer can be used, 0 to 1: its length against the one wanted; 0 in another language, form or topic. */
function fitOf(answer: string, stretch: Stretch, input: ScriptInput): number {
  const sentences = sentencesOf(answer, stretch, input);
  const text = sentences.join(' ');
  if ((answer.match(MARKED_LINE)?.length ?? 0) > MOST_MARKED_LINES || !isOnTopic(text, input)) return 0;
  if (matchLanguage(text, input.language).verdict === 'no') return 0;
  return Math.min(1, spokenUnits(text, voiceOf(input)) / Math.max(1, unitsOf(stretch)));
}

/** Of a list nothing is told before its first entry: what counts nothing, or begins with the third, is written anew. */
function isCounting(text: string, input: ScriptInput): boolean {
  const promised = promisedEntries(input);
  if (promised === undefined) return true;
  const begun = splitSentences(text).map((sentence) => entryBegun(sentence, input.language));
  const entries = begun.filter((number) => number !== undefined);
  return entries.length > 0 && entries.every((number, at) => number === at + 1);
}

function isOnTopic(text: string, input: ScriptInput): boolean {
  const topic = contentStems(subjectOf(input), input.language);
  return topic.size === 0 || !topic.isDisjointFrom(contentStems(text, input.language));
}

function sentencesOf(answer: string, stretch: Stretch, input: ScriptInput): string[] {
  const said = stretch.before.flatMap(({ narration }) => splitSentences(narration));
  const used = tellingSentences(answer, '', said, input).filter((sentence) => isUsed(sentence, input));
  return isShort(stretch) && primarySubtag(input.language) === 'en'
    ? used.map((sentence) => shortened(sentence, stretch, input))
    : used;
}

/** A script of so many seconds has room for three or four short sentences, and a small model's are long. */
const SHORT_SECONDS = 20;

function isShort({ slots }: Pick<Stretch, 'slots'>): boolean {
  return slots.reduce((sum, { seconds }) => sum + seconds, 0) <= SHORT_SECONDS;
}

/** Where a sentence is longer than its share, what hangs on its end goes. */
function shortened(sentence: string, { slots }: Stretch, input: ScriptInput): string {
  const share = unitsOf({ slots }) / slots.length;
  return spokenUnits(sentence, voiceOf(input)) > share ? withoutTrailingClause(sentence) : sentence;
}

function isUsed(sentence: string, input: ScriptInput): boolean {
  return !isDoubtful(sentence, input) && !listsKinds(sentence, input);
}

function scenesFrom(answer: string, stretch: Stretch, input: ScriptInput): DraftScene[] {
  const groups = groupsOf(sentencesOf(answer, stretch, input), stretch, input);
  const first = stretch.before.length;
  return groups.map((group, at) =>
    spokenScene(first + at, stretch.slots[at]?.role ?? 'point', joinSentences(group, voiceOf(input))),
  );
}

/** A closing call is no longer than this many sentences. */
const CLOSING_SENTENCES = 3;

/** The last scene's closing call as a scene of its own, where the plan has room for one. */
function withClosingApart(scenes: readonly DraftScene[], stretch: Stretch, input: ScriptInput): DraftScene[] {
  const last = scenes.at(-1);
  if (last === undefined || !stretch.isLast || scenes.length >= stretch.slots.length) return [...scenes];
  const sentences = splitSentences(last.narration);
  const from = Math.max(1, sentences.length - CLOSING_SENTENCES);
  // What a last entry tells to do is its advice.
  const isCall = isListInEnglish(input) ? isTrial : callsToAction;
  const at = sentences.findIndex((sentence, place) => place >= from && isCall(sentence, input.language));
  if (at === -1) return [...scenes];
  const [body, closing] = [sentences.slice(0, at), sentences.slice(at)].map((part) =>
    joinSentences(part, voiceOf(input)),
  );
  const place = stretch.before.length + scenes.length;
  return [...scenes.slice(0, -1), { ...last, narration: body ?? '' }, spokenScene(place, 'cta', closing ?? '')];
}

function isListInEnglish(input: ScriptInput): boolean {
  return promisedEntries(input) !== undefined && primarySubtag(input.language) === 'en';
}

function groupsOf(sentences: readonly string[], stretch: Stretch, input: ScriptInput): string[][] {
  const voice = voiceOf(input);
  const hasEntries = promisedEntries(input) !== undefined && stretch.total === stretch.slots.length;
  let entries = 0;
  const dealt = sentences.map((text): DealtSentence => {
    const beginsEntry = hasEntries && entryBegun(text, input.language) === entries + 1;
    if (beginsEntry) entries += 1;
    return { text, units: spokenUnits(text, voice), beginsEntry };
  });
  return dealSentences(dealt, stretch.slots, hasEntries && entries > 0);
}

/** The scenes of a growing text that can be told: those behind which the next one has begun, of a text that will do. */
function tellable(text: string, stretch: Stretch, input: ScriptInput): DraftScene[] {
  const whole = wholeSentences(text);
  const isFit =
    whole !== '' &&
    (whole.match(MARKED_LINE) ?? []).length === 0 &&
    isOnTopic(whole, input) &&
    matchLanguage(whole, input.language).verdict !== 'no';
  return isFit && isCounting(whole, input) ? scenesFrom(whole, stretch, input).slice(0, -1) : [];
}

/** Tells each scene once. */
function teller(stretch: Stretch, input: ScriptInput, pictured: Picturing) {
  const { before, total } = stretch;
  let count = 0;
  return (text: string): ScriptTold[] => {
    const done = tellable(text, stretch, input);
    if (done.length <= count) return [];
    const fresh = toldScenes(pictured([...before, ...done]), input).slice(before.length + count);
    count = done.length;
    return fresh.flatMap((scene, at): ScriptTold[] => [
      event('scene', scene),
      progress(before.length + count - fresh.length + at + 1, total, 'Writing the narration'),
    ]);
  };
}

/** What of a growing text is whole: up to its last end of a sentence, which a space or another sentence follows. */
function wholeSentences(text: string): string {
  const sentences = splitSentences(text);
  const open = sentences.at(-1) ?? '';
  const isOpen = !isEnded(open) || text.endsWith(open);
  return isOpen ? text.slice(0, text.lastIndexOf(open)).trim() : text.trim();
}
