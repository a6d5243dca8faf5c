import { asObject, asString } from '../kit/json.ts';
import type { ChatCall } from '../spec/operations/chat.ts';

/** Gemini's `thinkingConfig` (its API reference, "ThinkingConfig", 2026-11). */
export interface GeminiThinking {
  thinkingBudget?: number;
  thinkingLevel?: 'minimal' | 'low' | 'medium' | 'high';
  includeThoughts?: boolean;
}

const MOST_THINKING = 4096;

/**
 * Tokens of thinking for each `reasoning_effort`: LiteLLM's values, which its users' budgets are made for. "minimal" is
 * the least that every model takes which has to think (Gemini's guide, "Thinking", 2026-11: 128 of 2.5 Pro).
 */
const BUDGETS: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['disable', 0],
  ['minimal', 128],
  ['low', 1024],
  ['medium', 2048],
  ['high', MOST_THINKING],
]);

/** From Gemini 3 on thinking has levels in place of budgets. The lowest stands for "none", which they do not have. */
const LEVELS: ReadonlyMap<string, NonNullable<GeminiThinking['thinkingLevel']>> = new Map([
  ['none', 'minimal'],
  ['disable', 'minimal'],
  ['minimal', 'minimal'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
]);

/**
 * How the model is to think: Anthropic's `thinking` as LiteLLM takes it, else what `reasoning_effort` means; a word that
 * is not known asks for the most.
 */
export function geminiThinking({ request, model }: ChatCall): GeminiThinking | undefined {
  const own = asObject(request.thinking);
  if (own) return ownThinking(own);
  const effort = asString(request.reasoning_effort) ?? asString(asObject(request.reasoning_effort)?.effort);
  if (effort === undefined) return undefined;
  const includeThoughts = effort !== 'none' && effort !== 'disable';
  if (hasLevels(model)) return { thinkingLevel: levelOf(effort, model), includeThoughts };
  return { thinkingBudget: BUDGETS.get(effort) ?? MOST_THINKING, includeThoughts };
}

function ownThinking({ type, budget_tokens: budget }: Readonly<Record<string, unknown>>): GeminiThinking {
  const isOn = type === 'enabled' && budget !== 0;
  return {
    includeThoughts: isOn,
    ...(typeof budget === 'number' ? { thinkingBudget: budget } : !isOn && { thinkingBudget: 0 }),
  };
}

function hasLevels(model: string): boolean {
  return Number(/gemini-(?<major>\d+)/.exec(model)?.groups?.major ?? 0) >= 3;
}

/** Pro models have two levels, low and high (Gemini's guide, "Thinking", 2026-11). */
function levelOf(effort: string, model: string): NonNullable<GeminiThinking['thinkingLevel']> {
  const level = LEVELS.get(effort) ?? 'high';
  if (!/pro/.test(model)) return level;
  return level === 'minimal' || level === 'low' ? 'low' : 'high';
}
