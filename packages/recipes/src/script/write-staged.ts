import { languageName } from '../language/match.ts';
import { foreignWord, primarySubtag } from '../language/scripts.ts';
import { ask, type RecipeContext, type RecipeEvent, type Writing } from '../recipe.ts';
import { spokenUnits, unitsIn, type Voice } from '../speech/voice.ts';
import { listEntries } from '../text/lines.ts';
import { splitSentences } from '../text/sentences.ts';
import { wordOverlap } from '../text/similarity.ts';
import { mendSpeech } from '../text/speakable.ts';
import { trimAtWord } from '../text/trim.ts';
import { words } from '../text/words.ts';
import { shortBrief, subjectOf } from './brief.ts';
import { spokenScene, voiceOf, type DraftScene, type ScriptDraft } from './draft.ts';
import { withPictures } from './pictures.ts';
import { planScenes, type SceneSlot } from './plan.ts';
import type { SceneRole, ScriptInput } from './schema.ts';
import { closestToBudget, joinSentences, usableSentences } from './spoken-lines.ts';
import { scriptSeconds, timedScenes } from './timing.ts';

/** What small models write well with; higher and they drift, lower and they repeat. */
const TEMPERATURE = 0.6;

/** The same for all asks of a request, so that its evaluation is reused. */
export function smallWriter(input: ScriptInput): string {
  return `You write narration for short videos. Plain spoken ${languageName(input.language)}, concrete and vivid. Answer with the text only.`;
}

/** Small asks, each with little to hold in mind: a plan, the words scene by scene, then the pictures. */
export function* writeStaged(input: ScriptInput, context: RecipeContext): Writing<ScriptDraft> {
  const voice = voiceOf(input);
  const slots = planScenes(input, voice);
  const plan = yield* askPlan(input, slots.length);
  const scenes = yield* writeScenes(input, slots, plan.beats, voice);
  const pictured = yield* withPictures(scenes, input, context);
  yield* tell(pictured, voice);
  return {
    title: plan.title,
    logline: loglineOf(plan, input),
    cta: pictured.findLast(({ role }) => role === 'cta')?.narration ?? input.cta ?? '',
    scenes: pictured,
    claims: pictured.flatMap(statementsOf),
  };
}

interface Plan {
  readonly title: string;
  readonly beats: readonly string[];
}

const MOST_PLAN_ASKS = 2;
const BEAT_CHARACTERS = 120;
const TITLE_CHARACTERS = 70;

/** A title and a beat for each scene, as plain lines: they cost a small model half of what JSON does. */
function* askPlan(input: ScriptInput, count: number): Writing<Plan> {
  yield { kind: 'progress', done: 0, total: count, label: 'Planning' };
  let best: Plan = { title: subjectOf(input), beats: input.outline ?? [] };
  for (let attempt = 0; attempt < MOST_PLAN_ASKS; attempt += 1) {
    const answer = yield* ask<string>({
      part: 'plan',
      label: `Planning ${count} scenes`,
      system: smallWriter(input),
      prompt: `${shortBrief(input)}\n\nFirst write a catchy title of four to eight words on one line. Then write ${count} numbered lines, three to eight words each: the ${count} things that the video tells, in order. Each line names another step or fact. Stop after line ${count}.`,
      answer: { form: 'text' },
      maxTokens: 40 + count * 20,
      temperature: TEMPERATURE + 0.15 * attempt,
    });
    const plan = readPlan(answer, input, count);
    if (plan.beats.length > best.beats.length || attempt === 0) best = plan;
    if (best.beats.length >= count - 1) break;
  }
  return best;
}

/** "First: …", "At the end, …": the order is in the numbers already. */
const ORDINAL = /^(?:first(?:ly)?|next|then|final(?:ly)?|lastly|at the end|in the end)(?: step)?\s*[:,]\s*/i;

function readPlan(answer: string, input: ScriptInput, count: number): Plan {
  const [first = '', ...rest] = answer.trim().split('\n');
  const isTitled = !/^\s*\d/.test(first);
  const title = mendSpeech(mendSpeech(first).replace(/^(?:catchy )?title\s*[:：-]\s*/i, ''));
  const beats = listEntries(isTitled ? rest.join('\n') : answer)
    .map((line) => trimAtWord(mendSpeech(line).replace(ORDINAL, ''), BEAT_CHARACTERS, 'characters'))
    .filter((line) => words(line).length > 1 && foreignWord(line, input.language) === undefined)
    .filter((line, index, all) => all.slice(0, index).every((earlier) => wordOverlap(earlier, line) < 0.6));
  return {
    title: title === '' || !isTitled ? subjectOf(input) : trimAtWord(title, TITLE_CHARACTERS, 'characters'),
    beats: input.outline ?? beats.slice(0, count),
  };
}

/** Each scene continues from the last sentence; what one scene leaves of its time goes to the rest. */
function* writeScenes(
  input: ScriptInput,
  slots: readonly SceneSlot[],
  beats: readonly string[],
  voice: Voice,
): Writing<DraftScene[]> {
  const scenes: DraftScene[] = [];
  for (const [index, slot] of slots.entries()) {
    const phrases = input.must_include.filter((_, at) => Math.min(at + 1, slots.length - 1) === index);
    const narration = yield* writeNarration({
      part: `scenes[${index}].narration`,
      label: `Writing scene ${index + 1} of ${slots.length}`,
      opening: openings[slot.role],
      beat: beats[index] ?? beats.at(-1) ?? subjectOf(input),
      wishes: wishesFor(slot.role, phrases, input) + starterFor(slot.role, index, input),
      before: scenes.map((scene) => scene.narration),
      budget: unitsIn(secondsLeftFor(index, slots, scenes, input, voice), voice),
      input,
    });
    scenes.push(spokenScene(index, slot.role, narration));
    yield* tell(scenes, voice, index);
    yield {
      kind: 'progress',
      done: index + 1,
      total: slots.length,
      label: `Scene ${index + 1} of ${slots.length} written`,
    };
  }
  return scenes;
}

/** A scene may not shrink below this share of its slot because those before it were long. */
const LEAST_SLOT_SHARE = 0.4;

function secondsLeftFor(
  index: number,
  slots: readonly SceneSlot[],
  scenes: readonly DraftScene[],
  input: ScriptInput,
  voice: Voice,
): number {
  const planned = slots.slice(index).reduce((sum, { seconds }) => sum + seconds, 0);
  const share = (slots[index]?.seconds ?? 0) / planned;
  return share * Math.max(LEAST_SLOT_SHARE * planned, input.duration - scriptSeconds(scenes, voice));
}

/** What the caller wants of this scene beside its beat. */
function wishesFor(role: SceneRole, phrases: readonly string[], input: ScriptInput): string {
  const cta = role === 'cta' && input.cta !== undefined ? ` Ask the viewer to: ${input.cta}.` : '';
  return cta + phrases.map((phrase) => ` Use exactly these words: ${phrase}.`).join('');
}

/** How a small model is told what a scene is for. */
const openings: Readonly<Record<SceneRole, string>> = {
  hook: 'Write the first words of the video, a surprising true statement that makes people stay. Its subject:',
  setup: 'Write what comes next. It says why this matters to the viewer:',
  point: 'Write what comes next. It explains how or why:',
  proof: 'Write what comes next. It gives a concrete example or detail:',
  turn: 'Write what comes next. It tells what most people get wrong:',
  recap: 'Write what comes next. It draws everything together:',
  cta: 'Write the end of the video. It closes the thought and tells the viewer one thing to try or notice:',
};

/** English beginnings that pull a small model out of the encyclopedia and into speech; one a scene, in turn. */
const STARTERS: Readonly<Record<SceneRole, readonly string[]>> = {
  hook: ['Most people never notice', 'You have probably never asked'],
  setup: ['It all starts with', 'That matters, because'],
  point: ['Here is what happens:', 'The trick is'],
  proof: ['Look closely and you', 'Just think of'],
  turn: ['But here is the surprise:', 'And yet'],
  recap: ['In the end,', 'Put together,'],
  cta: ['The next time you', 'Next time you'],
};

function starterFor(role: SceneRole, index: number, { language }: ScriptInput): string {
  const list = STARTERS[role];
  return primarySubtag(language) === 'en'
    ? ` Begin with the words "${list[Math.floor(index / 2) % list.length] ?? ''}".`
    : '';
}

interface NarrationAsk {
  readonly part: string;
  readonly label: string;
  readonly opening: string;
  readonly beat: string;
  readonly wishes: string;
  readonly before: readonly string[];
  /** In the voice's unit. */
  readonly budget: number;
  readonly input: ScriptInput;
}

/** An answer shorter than this share of its budget is continued. */
const LONG_ENOUGH = 0.75;
const MOST_ASKS = 3;

/** Asks until there are usable sentences of about the budget; what stays short is left to check and repair. */
function* writeNarration(request: NarrationAsk): Writing<string> {
  const { budget, input } = request;
  const voice = voiceOf(input);
  const earlier = request.before.flatMap(splitSentences);
  let sentences: string[] = [];
  for (let attempt = 0; attempt < MOST_ASKS; attempt += 1) {
    const missing = budget - spokenUnits(sentences.join(' '), voice);
    if (sentences.length > 0 && missing < budget * (1 - LONG_ENOUGH)) break;
    const answer = yield* ask<string>({
      part: request.part,
      label: request.label,
      system: smallWriter(input),
      prompt: narrationPrompt(request, sentences, missing, voice),
      answer: { form: 'text' },
      maxTokens: Math.round(missing * ASKED_FOR_MORE * TOKENS_PER_UNIT[voice.unit]) + 20,
      temperature: TEMPERATURE + 0.15 * attempt,
    });
    const fresh = usableSentences(answer, request.opening, [...earlier, ...sentences], input.language);
    sentences = closestToBudget([...sentences, ...fresh], budget, voice);
  }
  return joinSentences(sentences.length > 0 ? sentences : [request.beat], voice);
}

const TOKENS_PER_UNIT = { words: 1.5, characters: 1.3, letters: 0.5 } as const;

/** Small models write about two thirds of the length they are asked for. */
const ASKED_FOR_MORE = 1.4;
const WORDS_PER_SENTENCE = 13;

function narrationPrompt(
  { opening, beat, wishes, before, input }: NarrationAsk,
  sentences: readonly string[],
  missing: number,
  voice: Voice,
): string {
  const last = [...before, ...sentences].at(-1);
  const wanted = Math.max(8, Math.round(missing * ASKED_FOR_MORE));
  const count = Math.max(1, Math.round(missing / WORDS_PER_SENTENCE));
  const length =
    voice.unit === 'words'
      ? `${count === 1 ? 'One or two sentences' : `${count} to ${count + 1} sentences`}, about ${wanted} words.`
      : `About ${wanted} ${voice.unit}.`;
  const goOn =
    last === undefined
      ? ''
      : `\nThe words before it, which you must not repeat: ${splitSentences(last).slice(-2).join(' ')}`;
  const more =
    sentences.length === 0
      ? `${opening} ${beat}.${wishes}`
      : `Write the next sentence, with a new detail about: ${beat}.`;
  return `${shortBrief(input)}\n\n${more} ${length}${goOn}`;
}

function* tell(scenes: readonly DraftScene[], voice: Voice, from = 0): Generator<RecipeEvent, void, unknown> {
  for (const scene of timedScenes(scenes, voice).slice(from)) yield { kind: 'scene', scene };
}

const LOGLINE_CHARACTERS = 120;

/** What the video is about and the way it takes, as many beats as fit whole: never a sentence of its narration. */
function loglineOf({ beats }: Plan, input: ScriptInput): string {
  const subject = subjectOf(input).replace(/[.:\s]+$/, '');
  let line = `${subject}.`;
  for (const beat of beats) {
    const longer = `${line} ${beat.replace(/[.!?\s]+$/, '')}.`;
    if (longer.length > LOGLINE_CHARACTERS) break;
    line = longer;
  }
  return trimAtWord(line, LOGLINE_CHARACTERS, 'characters');
}

/** What a small model states may be wrong, so each statement is listed to be checked. */
function statementsOf({ role, narration }: DraftScene): ScriptDraft['claims'][number][] {
  if (role === 'cta') return [];
  return splitSentences(narration)
    .filter((sentence) => !/[?？؟]["”]?$/u.test(sentence))
    .map((text) => ({ text, source_id: null }));
}
