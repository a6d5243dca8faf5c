import type { Work } from '../../../port/effects.ts';
import { askText } from '../../../prompts/prompt.ts';
import { material } from '../../../prompts/material.ts';
import { speakingSeconds } from '../../../speech/voice.ts';
import { splitSentences } from '../../../text/sentences.ts';
import { contentStems } from '../../../text/substance.ts';
import { sceneId, spokenScene, voiceOf, type DraftScene } from '../../draft.ts';
import { sourcedFigures, unsaidOfSources } from '../../grounding.ts';
import { listOpening } from '../../telling/list-opening.ts';
import type { SceneSlot } from '../../plan.ts';
import { countedInOrder, entriesCounted, entryBegun, promisedEntries } from '../../telling/promised-entries.ts';
import { ordinalOf } from '../../prompts/first-words.ts';
import { goOn, sayEntry, speakOfPoint } from '../../prompts/small-asks.ts';
import type { ScriptInput } from '../../schema.ts';
import { joinSentences } from '../../telling/spoken-lines.ts';
import { scriptSeconds } from '../../timing.ts';
import { isTrial } from './calls-to-action.ts';
import { withClosing } from './closing-call.ts';
import { fitted } from './fit-narration.ts';
import { lengthened } from './lengthen-narration.ts';
import { isEntry } from './list-entry.ts';
import { askSentences, inEnglish } from './scene-asks.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';
import { withoutPurposes } from './without-purposes.ts';

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
  return numbered(fitted(withoutPurposes(withOneCall(whole, input), input), input), slots);
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
  const [lead = '', ...others] = sentences;
  const voice = voiceOf(input);
  // "The bridge reopens after two years" before "The bridge reopens on 14 June after 26 months" says it twice.
  const isLead = saysSame(first.narration, lead, input);
  const opening = isLead ? { ...first, narration: lead } : first;
  const behind = isLead ? others : sentences;
  return [opening, ...(behind.length === 0 ? [] : [spokenScene(1, 'proof', joinSentences(behind, voice))]), ...rest];
}

/** A hook with more of its words than this in the sentence behind it announces that one. */
const ANNOUNCES = 0.5;

function saysSame(hook: string, sentence: string, { language }: ScriptInput): boolean {
  const said = contentStems(hook, language);
  const isOne = splitSentences(hook).length === 1;
  return isOne && said.size > 0 && said.intersection(contentStems(sentence, language)).size > ANNOUNCES * said.size;
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

/** Ids and roles by place: what was put in between moves what follows. */
function numbered(scenes: readonly DraftScene[], slots: readonly SceneSlot[]): DraftScene[] {
  return scenes.map((scene, index) => {
    const role = index === scenes.length - 1 ? slots.at(-1)?.role : slots[index]?.role;
    return { ...scene, id: sceneId(index), role: role ?? 'point' };
  });
}
