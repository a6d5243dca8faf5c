import { z } from 'zod';
import { expectedWords } from '../../expected/expected-words.ts';
import { languageName } from '../../language/match.ts';
import { ask, event, progress, type Work } from '../../port/effects.ts';
import type { Voice } from '../../speech/voice.ts';
import { refusalIn } from '../../reply/refusal/refusal.ts';
import { closedText, splitSentences } from '../../text/sentences.ts';
import { shortBrief } from './brief.ts';
import { spokenScene, voiceOf, type DraftScene } from '../draft.ts';
import { partNames } from '../prompts/part-names.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptEvent, ScriptTold } from '../events.ts';
import type { ScriptInput } from '../schema.ts';
import { SMALL_TEMPERATURE } from './writer.ts';
import { closestToBudget, joinSentences, usableSentences } from '../spoken-lines.ts';
import { timedScenes } from '../timing.ts';
import { systemFor } from '../prompts/system.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { callToAction, exactWords, speakParts } from '../prompts/small-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** Scenes written in one answer: more, and a small model repeats itself. */
export const PARTS_PER_ASK = 6;

/** What is known of a script once its scenes are spoken. */
export interface SpokenParts {
  readonly title: string;
  readonly logline: string;
  /** A scene of which nothing could be used has an empty narration. */
  readonly scenes: readonly DraftScene[];
}

const TITLE = 'title of four to eight plain words';
const LOGLINE = 'whole video in one sentence';

/** The narration of all scenes, a few in one answer each, told while they are written; the last answer ends in the title. */
export function* writeParts(
  input: ScriptInput,
  slots: readonly SceneSlot[],
  beats: readonly string[],
): Work<SpokenParts, ScriptEvent> {
  const names = partNames(
    slots.map(({ role }) => role),
    input.format,
  );
  const scenes: DraftScene[] = [];
  let last: Readonly<Record<string, string>> = {};
  for (let first = 0; first < slots.length; first += PARTS_PER_ASK) {
    const parts = slots.slice(first, first + PARTS_PER_ASK).map((slot, at) => {
      const name = names[first + at] ?? slot.role;
      return { name, slot, ...boundsFor(slot, input), hint: hintFor(first + at, slots.length, beats, input) };
    });
    const isLast = first + PARTS_PER_ASK >= slots.length;
    last = yield* askParts({ parts, isLast, before: [...scenes], total: slots.length }, input);
    for (const { name, slot, maximum } of parts) {
      scenes.push(
        spokenScene(scenes.length, slot.role, narrationOf(last[name] ?? '', { slot, maximum }, scenes, input)),
      );
    }
  }
  return {
    title: closedText(last[TITLE] ?? '', TITLE_CHARACTERS.most),
    logline: closedText(last[LOGLINE] ?? '', LOGLINE_CHARACTERS.most),
    scenes,
  };
}

interface Part {
  readonly name: string;
  readonly slot: SceneSlot;
  /** Characters. */
  readonly minimum: number;
  readonly maximum: number;
  /** What the caller or the plan wants to stand there. */
  readonly hint: string;
}

/** Parts of one answer, and where they stand in the script. */
interface PartsAsk {
  readonly parts: readonly Part[];
  readonly isLast: boolean;
  readonly before: readonly DraftScene[];
  /** Scenes in all. */
  readonly total: number;
}

function* askParts(
  { parts, isLast, before, total }: PartsAsk,
  input: ScriptInput,
): Work<Readonly<Record<string, string>>, ScriptEvent> {
  const first = before.length;
  yield progress(first, total, `Writing scene ${first + 1} of ${total}`);
  const said = before.slice(-2).map(({ narration }) => narration);
  const hints = parts.filter(({ hint }) => hint !== '').map(({ name, hint }) => `${name}: ${hint}`);
  return yield* ask({
    part: first === 0 ? 'script' : `scenes[${first}]`,
    label: `Writing ${parts.length} scenes`,
    system: systemFor(input, 'staged'),
    prompt: [
      `${shortBrief(input)}\n`,
      ...(said.length === 0
        ? []
        : [labelledLines([['Said so far, which you must not repeat', material(said.join(' '))]])]),
      askText(speakParts, { language: languageName(input.language) }),
      ...hints,
    ].join('\n'),
    reply: { form: 'json', name: 'parts', schema: partsSchema(parts, isLast) },
    maxTokens: parts.reduce((sum, { maximum }) => sum + maximum, isLast ? 300 : 100),
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedParts({ parts, isLast, before, total }, input),
    observe: tellParts(parts, before, total, input),
  });
}

function expectedParts({ parts, isLast, before }: PartsAsk, input: ScriptInput): Readonly<Record<string, string>> {
  const words = expectedWords(input.language, before.length);
  const voice = voiceOf(input);
  const spoken = parts.map(({ name, slot, maximum }) => [name, words.speech(slot.units, voice).slice(0, maximum)]);
  const about = isLast ? { [LOGLINE]: words.within(90), [TITLE]: words.within(40) } : {};
  return { ...Object.fromEntries(spoken), ...about };
}

const TITLE_CHARACTERS = { least: 12, most: 60 } as const;
const LOGLINE_CHARACTERS = { least: 40, most: 130 } as const;

function partsSchema(parts: readonly Part[], isLast: boolean): z.ZodType<Readonly<Record<string, string>>> {
  const spoken = parts.map(({ name, minimum, maximum }) => [name, bounded(minimum, maximum)] as const);
  const about = [
    [LOGLINE, bounded(LOGLINE_CHARACTERS.least, LOGLINE_CHARACTERS.most)],
    [TITLE, bounded(TITLE_CHARACTERS.least, TITLE_CHARACTERS.most)],
  ] as const;
  return z.object(Object.fromEntries([...spoken, ...(isLast ? about : [])]));
}

/** Bounds that a grammar holds; where nothing holds them, code cuts what is too long and asks on where it is short. */
function bounded(minLength: number, maxLength: number): z.ZodString {
  return z.string().min(1).meta({ minLength, maxLength });
}

/** Characters that a unit of speech takes in writing, space included. */
const CHARACTERS_PER_UNIT = { words: 6.5, characters: 1, letters: 1.2 } as const;

/** Longer bounds cost a grammar too many states; what is missing of a long scene is asked for alone. */
const LONGEST_PART = 280;

function boundsFor({ units }: SceneSlot, input: ScriptInput): { minimum: number; maximum: number } {
  const characters = units * CHARACTERS_PER_UNIT[voiceOf(input).unit];
  const maximum = Math.min(LONGEST_PART, Math.max(20, Math.round(characters * 1.5)));
  return { minimum: Math.round(Math.min(characters, maximum) * 0.55), maximum };
}

/** The beat of the plan, words that have to stand there, and at the end what the viewer is asked to do. */
function hintFor(index: number, count: number, beats: readonly string[], input: ScriptInput): string {
  const beat = material(beats[index]);
  const phrases = input.must_include.filter((_, at) => Math.min(at + 1, count - 1) === index);
  return [
    ...(beat === undefined ? [] : [beat.marked]),
    ...phrases.map((phrase) => askText(exactWords, { phrase })),
    ...(index === count - 1 && input.cta !== undefined ? [askText(callToAction, { cta: input.cta })] : []),
  ].join('; ');
}

/** The usable sentences of one part, as many as come closest to its slot. */
function narrationOf(
  written: string,
  { slot, maximum }: Pick<Part, 'slot' | 'maximum'>,
  before: readonly DraftScene[],
  input: ScriptInput,
): string {
  if (refusalIn(written) !== undefined) return '';
  const voice = voiceOf(input);
  const said = before.flatMap(({ narration }) => splitSentences(narration));
  const sentences = usableSentences(closedText(written, maximum), '', said, input.language);
  return joinSentences(closestToBudget(sentences, slot.units, voice), voice);
}

/** Tells each scene once, as soon as it is whole in the growing answer. */
function tellParts(parts: readonly Part[], before: readonly DraftScene[], total: number, input: ScriptInput) {
  const voice: Voice = voiceOf(input);
  let told = 0;
  return (partial: unknown): ScriptTold[] => {
    const texts = partial as Readonly<Record<string, unknown>>;
    const complete = parts.filter(({ name }) => typeof texts[name] === 'string');
    const scenes = [...before];
    for (const { name, slot, maximum } of complete) {
      scenes.push(
        spokenScene(scenes.length, slot.role, narrationOf(String(texts[name]), { slot, maximum }, scenes, input)),
      );
    }
    const fresh = timedScenes(scenes, voice).slice(before.length + told);
    told = complete.length;
    return fresh.flatMap((scene, index): ScriptTold[] => {
      const done = scenes.length - fresh.length + index + 1;
      const written = progress(done, total, `Scene ${done} of ${total} written`);
      return scene.narration === '' ? [written] : [event('scene', scene), written];
    });
  };
}
