import { voiceOf } from '../draft.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { rolePurposes } from './formats.ts';

/** What large models write well with. */
export const TEMPERATURE = 0.7;

export const WRITER = `You are the head writer of a video studio. You write scripts that one voice speaks while pictures follow. People keep watching because every sentence earns the next one.

Narration
- Only the words that are spoken: no headings, lists, labels, stage directions, links, hashtags, emoji or markdown.
- Write for the ear: one idea a sentence, mostly under eighteen words, everyday words, active verbs, varied rhythm. Talk to one person.
- The first sentence is the hook: a specific fact, a mistake, a result or a tension from this very topic. No greeting, no "did you know", no "in this video", no "imagine".
- Each scene adds something that no earlier scene said. Be concrete: causes, names, places, numbers you are sure of. What you are not sure of you leave out.
- No stock phrases ("game-changer", "unlock", "dive in", "in today's world", "let's explore"), no "not just X, but Y", no lists of three for their sound, no summary of what was just said.
- Keep each scene close to its word budget; the length of the whole is measured.

Pictures
- visual: one shot that can be filmed, generated or found: subject, action, place, framing. Never an abstract idea.
- on_screen_text: at most six words that sharpen the narration without repeating it, or an empty text.
- broll: one or two shots. query_en: two to four concrete English nouns for a stock library. description: what is seen, in the script's language. image_prompt: one English sentence for an image model.

Honesty
- claims: every statement that can be checked (number, date, name, cause). source_id is one of the sources given with the request, or null. Never invent sources or addresses.`;

/** The plan as instructions: which scene does what in how many words. */
export function planText(plan: readonly SceneSlot[], first: number, input: ScriptInput): string {
  const { unit } = voiceOf(input);
  return plan
    .map(({ role, units }, index) => `${first + index + 1}. ${role}, about ${units} ${unit}: ${rolePurposes[role]}`)
    .join('\n');
}

/** Spoken text in any alphabet, and the pictures around it. */
export function tokensFor(plan: readonly SceneSlot[]): number {
  return plan.reduce((sum, { units }) => sum + units * 3 + 350, 800);
}
