import { expectedBeats } from './expected.ts';
import { askText } from '../../prompts/prompt.ts';
import { ask, event, progress, type Work } from '../../port/effects.ts';
import { foreignWord, primarySubtag } from '../../language/scripts.ts';
import { listEntries } from '../../text/lines.ts';
import { splitSentences } from '../../text/sentences.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { trimAtWord } from '../../text/length/trim.ts';
import { words } from '../../text/words.ts';
import { voiceOf, type DraftScene, type ScriptDraft } from '../draft.ts';
import type { ScriptEvent } from '../events.ts';
import { planScenes, slotsFor, type SceneSlot } from '../plan.ts';
import { promisedEntries } from '../telling/promised-entries.ts';
import { planBeats } from '../prompts/small-asks.ts';
import { systemFor } from '../prompts/system.ts';
import type { SceneRole, ScriptInput } from '../schema.ts';
import { betterTelling } from './narration/better-telling.ts';
import { shortBrief } from './brief.ts';
import { completeNarration } from './narration/complete-narration.ts';
import { heldTrue } from './narration/hold-true.ts';
import { narrate, type Picturing } from './narration/narrate.ts';
import { narrateList } from './narration/narrate-list.ts';
import { withPictures } from './pictures/pictures.ts';
import { statementsIn } from './narration/statements.ts';
import { loglineFor, titleFor } from './title.ts';
import { toldScenes } from './narration/told-scenes.ts';
import { picturedInWords } from './pictures/word-pictures.ts';
import { SMALL_TEMPERATURE } from './writer.ts';

/** Prose first, and of an English list the names of its entries: the narration in one ask, or a stretch at a time where it is long; then what it left out; then pictures. */
export function* writeStaged(input: ScriptInput): Work<ScriptDraft, ScriptEvent> {
  const slots = slotsOf(input);
  const isEnglish = primarySubtag(input.language) === 'en';
  const pictured = (scenes: readonly DraftScene[]) => (isEnglish ? picturedInWords(scenes, input) : scenes);
  const count = isEnglish ? plannedEntries(input) : undefined;
  const listed = count === undefined ? [] : yield* narrateList({ count, slots }, input, pictured);
  const held = listed.length > 0 ? listed : yield* heldProse(slots, input, pictured);
  const complete = yield* completeNarration(held, slots, input);
  const scenes = yield* withPictures(complete, input);
  yield* tell(scenes, input);
  return {
    title: yield* titleFor(scenes, input),
    logline: loglineFor(scenes, input),
    cta: scenes.at(-1)?.role === 'cta' ? closingOf(scenes) : (input.cta ?? ''),
    scenes,
    claims: statementsIn(scenes),
  };
}

/** Spoken prose as far as it is held true; what is told in one ask may be told a second time. */
function* heldProse(
  slots: readonly SceneSlot[],
  input: ScriptInput,
  pictured: Picturing,
): Work<DraftScene[], ScriptEvent> {
  const spoken = yield* narrateInStretches(slots, input, pictured);
  const isToldAtOnce = input.outline === undefined && inStretches(slots).length === 1;
  return isToldAtOnce ? yield* betterTelling(spoken, slots, input) : yield* heldTrue(spoken, input);
}

function* narrateInStretches(
  slots: readonly SceneSlot[],
  input: ScriptInput,
  pictured: Picturing,
): Work<DraftScene[], ScriptEvent> {
  const stretches = inStretches(slots);
  const beats = input.outline ?? (stretches.length > 1 ? yield* askBeats(input, slots.length) : []);
  const spoken: DraftScene[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const first = stretches.slice(0, index).flat().length;
    const place = { before: [...spoken], isLast: index === stretches.length - 1, total: slots.length };
    const own = beats.slice(first, first + stretch.length);
    spoken.push(...(yield* narrate({ slots: stretch, beats: own, ...place }, input, pictured)));
  }
  return spoken;
}

/** The promised entries of a script whose scenes the caller does not lay out. */
function plannedEntries(input: ScriptInput): number | undefined {
  return input.scenes === undefined && input.outline === undefined ? promisedEntries(input) : undefined;
}

/** Hook, a scene for each promised entry, call to action; else as every script is planned. */
function slotsOf(input: ScriptInput): SceneSlot[] {
  const promised = plannedEntries(input);
  if (promised === undefined) return planScenes(input, voiceOf(input));
  const roles: SceneRole[] = ['hook', ...Array.from({ length: promised }, () => 'point' as const), 'cta'];
  return slotsFor(roles, input.duration, voiceOf(input));
}

/** Spoken prose of more seconds than this wanders, and small models end by themselves after a minute or so. */
const LONGEST_STRETCH = 75;

/** The plan in stretches of about the same length, each short enough for one ask. */
function inStretches(slots: readonly SceneSlot[]): SceneSlot[][] {
  const seconds = slots.reduce((sum, slot) => sum + slot.seconds, 0);
  const each = Math.ceil(slots.length / Math.max(1, Math.ceil(seconds / LONGEST_STRETCH)));
  return Array.from({ length: Math.ceil(slots.length / each) }, (_, at) => slots.slice(at * each, (at + 1) * each));
}

/** What is asked of the viewer: the last thing that is said. */
function closingOf(scenes: readonly DraftScene[]): string {
  return splitSentences(scenes.at(-1)?.narration ?? '').at(-1) ?? '';
}

const BEAT_CHARACTERS = 120;

/** What each of many scenes is about, as plain lines: they cost a small model half of what JSON does. */
function* askBeats(input: ScriptInput, count: number): Work<readonly string[]> {
  yield progress(0, count, 'Planning');
  const answer = yield* ask<string>({
    part: 'plan',
    label: `Planning ${count} scenes`,
    system: systemFor(input, 'staged'),
    prompt: `${shortBrief(input)}\n\n${askText(planBeats, { count })}`,
    reply: { form: 'text' },
    maxTokens: 40 + count * 20,
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedBeats(count, input),
  });
  return listEntries(answer)
    .map((line) => trimAtWord(fixSpeech(line).replace(ORDINAL, ''), BEAT_CHARACTERS, 'characters'))
    .filter((line) => words(line).length > 1 && foreignWord(line, input.language) === undefined)
    .filter((line, index, all) => all.slice(0, index).every((earlier) => wordOverlap(earlier, line) < SAME_BEAT))
    .slice(0, count);
}

const SAME_BEAT = 0.6;

/** "First: …", "At the end, …": the order is in the numbers already. */
const ORDINAL = /^(?:first(?:ly)?|next|then|final(?:ly)?|lastly|at the end|in the end)(?: step)?\s*[:,]\s*/i;

function* tell(scenes: readonly DraftScene[], input: ScriptInput): Work<void, ScriptEvent> {
  for (const scene of toldScenes(scenes, input)) yield event('scene', scene);
}
