import { expectedWords } from '../../expected/expected-words.ts';
import { voiceOf } from '../draft.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import type { WrittenOutline, WrittenPart, WrittenScene, WrittenScript } from './written.ts';

/** What a large model usually replies: narrations of the planned length, and around them as much as it is told to write. */
export function expectedScript(plan: readonly SceneSlot[], input: ScriptInput): WrittenScript {
  return { ...expectedHead(input), ...expectedPart(plan, 0, input) };
}

export function expectedOutline(plan: readonly SceneSlot[], input: ScriptInput): WrittenOutline {
  const words = expectedWords(input.language, OUTLINE);
  return { ...expectedHead(input), scenes: plan.map(() => `${words.phrase(14)}.`) };
}

export function expectedPart(slots: readonly SceneSlot[], first: number, input: ScriptInput): WrittenPart {
  const words = expectedWords(input.language, first);
  return {
    scenes: slots.map((slot, at) => expectedScene(slot, first + at, input)),
    claims: slots
      .filter((_, at) => at % 2 === 0)
      .map(() => ({ text: `${words.phrase(10)}.`, source_id: input.sources[0]?.id ?? null })),
  };
}

/** What a small model is asked for first of a script with many scenes. */
export function expectedBeats(count: number, { language }: ScriptInput): string {
  const words = expectedWords(language, OUTLINE);
  return Array.from({ length: count }, (_, at) => `${at + 1}. ${words.phrase(6)}`).join('\n');
}

/** Words of their own for heads and outlines; scenes have those by their number. */
const HEAD = 1001;
const OUTLINE = 1002;

function expectedHead({ language }: ScriptInput): Pick<WrittenScript, 'title' | 'logline' | 'cta'> {
  const words = expectedWords(language, HEAD);
  return { title: words.phrase(7), logline: `${words.phrase(16)}.`, cta: `${words.phrase(10)}.` };
}

/** One shot a scene, sometimes two; pictures are described in English, but for the description. */
function expectedScene({ units }: SceneSlot, index: number, input: ScriptInput): WrittenScene {
  const words = expectedWords(input.language, index);
  const english = expectedWords('en', index);
  return {
    narration: words.speech(units, voiceOf(input)),
    on_screen_text: words.phrase(3),
    visual: english.phrase(10),
    broll: Array.from({ length: index % 3 === 0 ? 2 : 1 }, () => ({
      query_en: english.phrase(3),
      description: words.phrase(10),
      image_prompt: `${english.phrase(14)}.`,
    })),
    pace: 'normal',
    emphasis: [words.phrase(1)],
  };
}
