import type { ModelInfo } from '@showrunner/models';
import type { JsonObject } from '@showrunner/providers';
import { effortOfBudget } from '../../openai/effort-of-budget.ts';
import { member, textIn } from '../member.ts';

/** Gemini's levels (its guide, "Thinking", 2026-11); every model that reasons takes the words. */
const LEVELS = new Set(['minimal', 'low', 'medium', 'high']);

/** A budget that the model chooses by itself. */
const DYNAMIC = -1;

/** `thinkingConfig` as a word for how much the model is to reason. Nothing where it leaves that to the model. */
export function effortOf(config: JsonObject | undefined, known: ModelInfo): string | undefined {
  const level = textIn(config, 'thinkingLevel')?.toLowerCase();
  if (level !== undefined && LEVELS.has(level)) return level;
  const budget = member(config, 'thinkingBudget');
  if (typeof budget !== 'number' || budget <= DYNAMIC) return undefined;
  if (budget === 0) return known.supports_none_reasoning_effort === true ? 'none' : undefined;
  return effortOfBudget(budget);
}
