import { Few } from '../few.ts';

/** What an answer uses that nobody bounds, until it is known better. */
export const USUAL_OUTPUT_TOKENS = 1_000;

/** Fewer calls tell nothing of the next one. */
const FEWEST_CALLS = 20;
/** Of so many calls of late it is remembered how much they used. */
const REMEMBERED = 64;
/** It is looked at anew after so many calls. */
const LOOKED_AT_EVERY = 16;
const SHARE = 0.95;
/** A caller makes up names of models behind a wildcard. */
const MOST_MODELS = 50;

/** How many tokens the answers of one model to one key have, in 95 % of its calls. */
class UsualOutput {
  /** As many as there were: most of a hundred thousand keys call now and then. */
  readonly #lengths: number[] = [];
  #calls = 0;
  #tokens = USUAL_OUTPUT_TOKENS;

  get tokens(): number {
    return this.#tokens;
  }

  note(tokens: number): void {
    this.#lengths[this.#calls % REMEMBERED] = tokens;
    this.#calls++;
    if (this.#calls < FEWEST_CALLS || this.#calls % LOOKED_AT_EVERY !== 0) return;
    const lengths = this.#lengths.toSorted((one, other) => one - other);
    this.#tokens = Math.max(1, lengths[Math.ceil(lengths.length * SHARE) - 1] ?? USUAL_OUTPUT_TOKENS);
  }
}

/** The same for each model that a key asks; of those that it asks for the first time, what is usual of any. */
export class UsualOutputs {
  readonly #byModel = new Few<UsualOutput>();

  of(model: string): number {
    return this.#byModel.get(model)?.tokens ?? USUAL_OUTPUT_TOKENS;
  }

  note(model: string, tokens: number): void {
    let usual = this.#byModel.get(model);
    if (!usual) {
      if (this.#byModel.size >= MOST_MODELS) return;
      this.#byModel.add(model, (usual = new UsualOutput()));
    }
    usual.note(tokens);
  }
}
