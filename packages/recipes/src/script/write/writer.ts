import { voiceOf } from '../draft.ts';
import type { SceneSlot } from '../plan.ts';
import type { ScriptInput } from '../schema.ts';
import { rolePurposes } from '../prompts/formats.ts';

/** What large models write well with. */
export const TEMPERATURE = 0.7;

/** What small models write well with: at 0.6 facts and topic drift (read on six topics). */
export const SMALL_TEMPERATURE = 0.4;

/** What they explain with: at 0.4 espresso had 30 % caffeine and was heated behind the press. A second try takes the other, or it is the first again. */
export const PLAIN_TEMPERATURE = 0.2;

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
