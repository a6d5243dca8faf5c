import type { Work } from '../../../port/effects.ts';
import { spokenUnits } from '../../../speech/voice.ts';
import { topicPhrases } from '../../../text/phrases/noun-phrases.ts';
import { contentStems, sharesStem } from '../../../text/substance.ts';
import { voiceOf, type DraftScene } from '../../draft.ts';
import type { ScriptEvent } from '../../events.ts';
import type { SceneSlot } from '../../plan.ts';
import type { ScriptInput } from '../../schema.ts';
import { subjectOf } from '../../stand-ins.ts';
import { heldTrue, isChecked } from './hold-true.ts';
import { narrateAgain } from './narrate.ts';
import { spokenIn } from './spoken-scenes.ts';

// Chosen by reading, and not measured.
/** Where less than this of the length that was asked for is left of a narration, it is told a second time. */
const WEAK = 0.5;

/** A narration that never says a word of what the video is about, by this share of one that does. */
const OF_ANOTHER = 0.5;

/**
 * What of a narration is held true, or of a second one, whichever is worth more: what was left out of a weak one was
 * most of what the model had to say, and pieces that are asked for to fill it up lead away. So does one that speaks of
 * coffee, and never of a filter, where it is to explain filter coffee. One ask more at most.
 */
export function* betterTelling(
  spoken: readonly DraftScene[],
  slots: readonly SceneSlot[],
  input: ScriptInput,
): Work<DraftScene[], ScriptEvent> {
  const first = yield* heldTrue(spoken, input);
  const isShort = lengthShare(first, slots, input) < WEAK && lengthShare(spoken, slots, input) >= WEAK;
  const thing = unnamedThing(first, input);
  if (!isShort && thing === undefined) return first;
  const second = yield* heldTrue(yield* narrateAgain(slots, input, thing), input);
  return worth(second, slots, input) > worth(first, slots, input) ? second : first;
}

function lengthShare(scenes: readonly DraftScene[], slots: readonly SceneSlot[], input: ScriptInput): number {
  const wanted = slots.reduce((sum, { units }) => sum + units, 0);
  return Math.min(1, spokenUnits(spokenIn(scenes).join(' '), voiceOf(input)) / Math.max(1, wanted));
}

/** How much of the wanted length is said, what is said twice counted once; nothing where it has no word of the topic. */
function worth(scenes: readonly DraftScene[], slots: readonly SceneSlot[], input: ScriptInput): number {
  const said = spokenIn(scenes).join(' ');
  if (!sharesStem(said, subjectOf(input), input.language)) return 0;
  const each = spokenIn(scenes).reduce((sum, text) => sum + contentStems(text, input.language).size, 0);
  const named = unnamedThing(scenes, input) === undefined ? 1 : OF_ANOTHER;
  return named * lengthShare(scenes, slots, input) * (contentStems(said, input.language).size / Math.max(1, each));
}

/** What an English explanation is about, where a word of it is never said: "filter coffee" of which no filter is spoken. */
function unnamedThing(scenes: readonly DraftScene[], input: ScriptInput): string | undefined {
  if (!isChecked(input)) return undefined;
  const [thing] = topicPhrases(subjectOf(input));
  const said = contentStems(spokenIn(scenes).join(' '), input.language);
  const isNamed = thing === undefined || contentStems(thing.text, input.language).isSubsetOf(said);
  return isNamed ? undefined : thing.text;
}
