import type { Completion } from '../../gateway/read-completion.ts';

/** US dollars per token of one model; null where the gateway knows no price. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** What was used for something. */
export interface Usage {
  readonly attempts: number;
  readonly repairs: number;
  readonly input: number;
  readonly output: number;
  /** Null where it is not known. */
  readonly costUsd: number | null;
  readonly model: string | null;
}

/** What one request, or one part of it, has used so far, over all its asks, repairs and variants. */
export class Tally {
  readonly #whole: Tally | undefined;
  #attempts = 0;
  #repairs = 0;
  #input = 0;
  #output = 0;
  #costUsd: number | null = 0;
  #model: string | null = null;

  /** @param whole what this is a part of: everything counts there too */
  constructor(whole?: Tally) {
    this.#whole = whole;
  }

  /** Questions put to a model, failed and repeated ones included. */
  get attempts(): number {
    return this.#attempts;
  }

  /** Rounds in which something was asked again because a check had failed. */
  get repairs(): number {
    return this.#repairs;
  }

  get tokens(): { readonly input: number; readonly output: number } {
    return { input: this.#input, output: this.#output };
  }

  /** Null as soon as one ask's cost is unknown. */
  get costUsd(): number | null {
    return this.#costUsd;
  }

  /** The model that served the latest ask. */
  get model(): string | null {
    return this.#model;
  }

  /** All of it. */
  get usage(): Usage {
    const { input, output } = this.tokens;
    return { attempts: this.attempts, repairs: this.repairs, input, output, costUsd: this.costUsd, model: this.model };
  }

  /** Counts what earlier starts of the same work have used. */
  resume(usages: readonly Usage[]): void {
    for (const { attempts, repairs, input, output, costUsd, model } of usages) {
      this.#attempts += attempts;
      this.#repairs += repairs;
      this.#input += input;
      this.#output += output;
      this.#costUsd = costUsd === null || this.#costUsd === null ? null : this.#costUsd + costUsd;
      this.#model = model ?? this.#model;
    }
  }

  countAttempt(): void {
    this.#attempts += 1;
    this.#whole?.countAttempt();
  }

  countRepair(): void {
    this.#repairs += 1;
    this.#whole?.countRepair();
  }

  /**
   * Adds one answer, and gives what it cost. A streamed answer has no cost header, so its cost comes from its tokens and
   * the model's price.
   */
  add(completion: Completion, price: Price | null): number | null {
    const { tokens } = completion;
    this.#model = completion.model;
    this.#input += tokens?.input ?? 0;
    this.#output += tokens?.output ?? 0;
    const cost =
      completion.costUsd ?? (price && tokens ? price.input * tokens.input + price.output * tokens.output : null);
    this.#costUsd = cost === null || this.#costUsd === null ? null : this.#costUsd + cost;
    this.#whole?.add(completion, price);
    return cost;
  }

  /** An ask was paid for, and nobody knows how much. */
  loseCost(): void {
    this.#costUsd = null;
    this.#whole?.loseCost();
  }
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
