import type { Work } from '../../port/effects.ts';
import { askText } from '../../prompts/prompt.ts';
import { spokenUnits } from '../../speech/voice.ts';
import { substance } from '../../text/substance.ts';
import { spokenScene, voiceOf, type DraftScene } from '../draft.ts';
import type { SceneSlot } from '../plan.ts';
import { entryBegun, promisedEntries } from '../promised-entries.ts';
import { wayOn } from '../prompts/first-words.ts';
import { goOn } from '../prompts/small-asks.ts';
import type { ScriptInput } from '../schema.ts';
import { joinSentences } from '../spoken-lines.ts';
import { DURATION_TOLERANCE, scriptSeconds } from '../timing.ts';
import { askSentences, inEnglish, missingUnits } from './scene-asks.ts';
import { placeOf, spokenIn } from './spoken-scenes.ts';

// These were chosen by reading scripts of a 1.5B model, and not measured.
/** A script this near to its length, as a share of it, is not asked on. */
const NEAR_ENOUGH = DURATION_TOLERANCE * 0.8;
/** What adds less than this (`substance`, 0 to 1) says what was said before. */
const LEAST_SUBSTANCE = 0.3;
/** Less than a short sentence is not worth a question; in the voice's unit. */
const LEAST_ADDITION = { words: 6, characters: 12, letters: 30 } as const;
/** Questions, each of which takes a small model some seconds. */
const MOST_ADDITIONS = 6;
/** An addition of this share of a scene is one of its own, where the plan has more scenes. */
const OWN_SCENE = 0.6;

/** Until the length is right, what is said between the first and the last scene is gone on with, each time otherwise. */
export function* lengthened(
  scenes: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<readonly DraftScene[]> {
  const voice = voiceOf(input);
  const plan = { slots, input };
  const refused = new Set<number>();
  let longer = scenes;
  for (let asked = 0; asked < MOST_ADDITIONS; asked += 1) {
    if (scriptSeconds(longer, voice) >= input.duration * (1 - NEAR_ENOUGH)) break;
    const place = roomiest(longer, plan, refused);
    const scene = longer[place.index];
    if (scene === undefined) break;
    const addition = yield* askSentences({
      ...placeOf(place.index, slots),
      instruction: askText(goOn, { times: asked }),
      begins: inEnglish(wayOn(asked).begins, input),
      before: [...spokenIn(longer.toSpliced(place.index, 1)), scene.narration],
      units: place.missing,
      input,
    });
    if (addition === '' || countsOn(addition, input) || addsLittle(addition, longer, input)) {
      refused.add(place.index);
      continue;
    }
    longer = withAddition(longer, place, addition, plan);
  }
  return longer;
}

function addsLittle(addition: string, scenes: readonly DraftScene[], { language }: ScriptInput): boolean {
  return substance(addition, spokenIn(scenes), language) < LEAST_SUBSTANCE;
}

/** An entry more than was promised: "Third, …" a second time. */
function countsOn(addition: string, input: ScriptInput): boolean {
  return promisedEntries(input) !== undefined && entryBegun(addition, input.language) !== undefined;
}

interface Plan {
  readonly slots: readonly SceneSlot[];
  readonly input: ScriptInput;
}

interface Place {
  readonly index: number;
  /** What there is room for, in the voice's unit. */
  readonly missing: number;
}

/** The scene that lacks most; one that had nothing to add is asked when all others have been. */
function roomiest(scenes: readonly DraftScene[], { slots, input }: Plan, refused: ReadonlySet<number>): Place {
  const voice = voiceOf(input);
  const room = (index: number) => missingUnits(scenes[index]?.narration ?? '', slots[index]?.units ?? 0, voice);
  const inner = [...scenes.keys()].slice(1, -1).toSorted((one, other) => room(other) - room(one));
  const index = inner.find((at) => !refused.has(at)) ?? inner[0] ?? 0;
  const perScene = slots[index]?.units ?? 0;
  const hasFurther = scenes.length < slots.length && input.outline === undefined;
  const missing = hasFurther ? Math.max(room(index), perScene) : room(index);
  return { index, missing: Math.max(missing, LEAST_ADDITION[voice.unit] * 2) };
}

/** Behind the scene that it goes on with, or as the next scene. */
function withAddition(
  scenes: readonly DraftScene[],
  { index }: Place,
  addition: string,
  { slots, input }: Plan,
): readonly DraftScene[] {
  const voice = voiceOf(input);
  const scene = scenes[index];
  if (scene === undefined) return scenes;
  const isWhole = spokenUnits(addition, voice) >= OWN_SCENE * (slots[index]?.units ?? Infinity);
  if (isWhole && scenes.length < slots.length && input.outline === undefined) {
    return scenes.toSpliced(index + 1, 0, spokenScene(index + 1, 'point', addition));
  }
  return scenes.with(index, { ...scene, narration: joinSentences([scene.narration, addition], voice) });
}
