import type { Completion } from '../gateway/read-completion.ts';

/** US dollars per token of one model; null where the gateway knows no price. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** What one request has used so far, over all its asks, repairs and variants. */
export interface Tally {
  /** Questions put to a model, failed and repeated ones included. */
  attempts: number;
  /** Rounds in which something was asked again because a check had failed. */
  repairs: number;
  readonly tokens: { input: number; output: number };
  /** Null as soon as one ask's cost is unknown. */
  costUsd: number | null;
  /** The model that served the latest ask. */
  model: string | null;
}

export function createTally(): Tally {
  return { attempts: 0, repairs: 0, tokens: { input: 0, output: 0 }, costUsd: 0, model: null };
}

/** Adds one answer. A streamed answer has no cost header, so its cost comes from its tokens and the model's price. */
export function addToTally(tally: Tally, completion: Completion, price: Price | null): void {
  const { tokens } = completion;
  tally.model = completion.model;
  tally.tokens.input += tokens?.input ?? 0;
  tally.tokens.output += tokens?.output ?? 0;
  const cost =
    completion.costUsd ?? (price && tokens ? price.input * tokens.input + price.output * tokens.output : null);
  tally.costUsd = cost === null || tally.costUsd === null ? null : tally.costUsd + cost;
}

/** The tally as answers and error details show it. */
export function tallyFigures(tally: Tally): {
  attempts: number;
  repairs: number;
  tokens: { input: number; output: number; total: number };
  cost_usd: number | null;
} {
  const { input, output } = tally.tokens;
  return {
    attempts: tally.attempts,
    repairs: tally.repairs,
    tokens: { input, output, total: input + output },
    cost_usd: tally.costUsd,
  };
}
