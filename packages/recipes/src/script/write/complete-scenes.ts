import type { Work } from '../../port/effects.ts';
import { contentStems, substance } from '../../text/substance.ts';
import { voiceOf, type DraftScene } from '../draft.ts';
import { partNames } from '../prompts/part-names.ts';
import type { SceneSlot } from '../plan.ts';
import { askSentences, missingUnits } from './scene-asks.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../spoken-lines.ts';
import { material } from '../../prompts/material.ts';
import { DURATION_TOLERANCE, scriptSeconds } from '../timing.ts';
import { goOn, nextPart, nextPartConcretely } from '../prompts/small-asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** What small models leave out of a first answer: empty scenes are asked for, the weakest anew, short ones on. */
export function* completeScenes(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<DraftScene[]> {
  const filled = yield* fillEmpty(scenes, slots, input);
  const weighed = yield* rewriteWeakest(filled, slots, input);
  const lengthened = yield* lengthen(weighed, slots, input);
  return withoutEmpty(lengthened, input);
}

const ASKS_FOR_EMPTY = 2;

function* fillEmpty(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<DraftScene[]> {
  const filled = [...scenes];
  for (const [index, scene] of scenes.entries()) {
    for (let asked = 0; asked < ASKS_FOR_EMPTY && filled[index]?.narration === ''; asked += 1) {
      const narration = yield* askSentences({
        ...placeOf(index, filled),
        instruction: askText(nextPart, { name: nameOf(index, slots, input) }),
        before: spokenIn(filled, index),
        units: slots[index]?.units ?? 1,
        input,
      });
      filled[index] = { ...scene, narration };
    }
  }
  return filled;
}

/** A scene between the first and the last that adds less than this is asked for once more. */
const LEAST_SUBSTANCE = 0.45;

/** One scene at most: a small model takes seconds for it, and the rest is better than what a second round would bring. */
function* rewriteWeakest(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<DraftScene[]> {
  const rated = scenes.map((_, index) => ratingOf(index, scenes, input));
  const weakest = rated.indexOf(Math.min(...rated));
  const scene = scenes[weakest];
  if (scene === undefined || (rated[weakest] ?? 1) >= LEAST_SUBSTANCE) return [...scenes];
  const narration = yield* askSentences({
    ...placeOf(weakest, scenes),
    instruction: askText(nextPartConcretely, { name: nameOf(weakest, slots, input) }),
    before: spokenIn(scenes, weakest),
    units: slots[weakest]?.units ?? 1,
    input,
  });
  const rewritten = scenes.with(weakest, { ...scene, narration });
  const isBetter = narration !== '' && ratingOf(weakest, rewritten, input) > (rated[weakest] ?? 0);
  return isBetter ? rewritten : [...scenes];
}

/** How much a scene adds to those before it; none where it alone has no word in common with the rest. */
function ratingOf(index: number, scenes: readonly DraftScene[], input: ScriptInput): number {
  const scene = scenes[index];
  if (scene === undefined || scene.role === 'hook' || scene.role === 'cta') return 1;
  const stems = scenes.map(({ narration }) => contentStems(narration, input.language));
  const topic = contentStems(input.prompt ?? '', input.language);
  const standsAlone = (at: number) => {
    const around = [topic, ...stems.toSpliced(at, 1)];
    return around.every((others) => stems[at]?.isDisjointFrom(others) ?? true);
  };
  const isOffTopic = standsAlone(index) && stems.every((_, at) => at === index || !standsAlone(at));
  return isOffTopic ? 0 : substance(scene.narration, spokenIn(scenes, index), input.language);
}

/** A script this near to its length is not asked on. */
const NEAR_ENOUGH = DURATION_TOLERANCE * 0.8;

/** The scenes that have most room are gone on with, each once, until the length is right. */
function* lengthen(scenes: readonly DraftScene[], slots: readonly SceneSlot[], input: ScriptInput): Work<DraftScene[]> {
  const voice = voiceOf(input);
  const room = (index: number) => missingUnits(longer[index]?.narration ?? '', slots[index]?.units ?? 0, voice);
  const longer = [...scenes];
  const order = [...scenes.keys()].toSorted((one, other) => room(other) - room(one));
  for (const index of order) {
    const scene = longer[index];
    const missing = room(index);
    if (scriptSeconds(longer, voice) >= input.duration * (1 - NEAR_ENOUGH)) break;
    if (scene === undefined || scene.narration === '' || missing < LEAST_ADDITION[voice.unit]) continue;
    const addition = yield* askSentences({
      ...placeOf(index, longer),
      instruction: askText(goOn, undefined),
      before: [...longer.toSpliced(index, 1).map(({ narration }) => narration), scene.narration],
      units: missing,
      input,
    });
    const said = longer.map(({ narration }) => narration);
    if (addition === '' || substance(addition, said, input.language) < LEAST_SUBSTANCE) continue;
    longer[index] = { ...scene, narration: joinSentences([scene.narration, addition], voice) };
  }
  return longer;
}

/** Less than a short sentence is not worth a question; in the voice's unit. */
const LEAST_ADDITION = { words: 6, characters: 12, letters: 30 } as const;

/** A scene of which nothing could be had is left out, unless its number or its point was asked for. */
function withoutEmpty(scenes: readonly DraftScene[], input: ScriptInput): DraftScene[] {
  const isFree = input.scenes === undefined && input.outline === undefined;
  return isFree ? scenes.filter(({ narration }) => narration !== '') : [...scenes];
}

function placeOf(index: number, scenes: readonly DraftScene[]): { part: string; label: string } {
  return { part: `scenes[${index}].narration`, label: `Writing scene ${index + 1} of ${scenes.length}` };
}

function nameOf(index: number, slots: readonly SceneSlot[], input: ScriptInput): string {
  const names = partNames(
    slots.map(({ role }) => role),
    input.format,
  );
  const point = material(input.outline?.[index]);
  return point === undefined ? (names[index] ?? '') : `${names[index] ?? ''}, ${point.marked}`;
}

function spokenIn(scenes: readonly DraftScene[], until: number): string[] {
  return scenes.slice(0, until).map(({ narration }) => narration);
}
