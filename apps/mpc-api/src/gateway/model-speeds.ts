import type { Completion } from './read-completion.ts';

/** What an answer of before still counts when the next one has come. */
const FADING = 0.8;

interface Written {
  readonly tokens: number;
  readonly seconds: number;
}

/** How fast models write, by what they wrote since this process began; what they did last counts most. */
export class ModelSpeeds {
  readonly #written = new Map<string, Written>();

  /** Has an answer written and takes its time. */
  async measured(model: string, write: () => Promise<Completion>): Promise<Completion> {
    const startedAt = performance.now();
    const completion = await write();
    const seconds = (performance.now() - startedAt) / 1000;
    const { tokens, seconds: before } = this.#written.get(model) ?? { tokens: 0, seconds: 0 };
    const output = completion.tokens?.output ?? 0;
    if (output > 0) this.#written.set(model, { tokens: tokens * FADING + output, seconds: before * FADING + seconds });
    return completion;
  }

  /** Seconds for each token of an answer, the waiting for its first one among them; undefined where none was seen. */
  secondsPerToken(model: string): number | undefined {
    const written = this.#written.get(model);
    return written && written.seconds / written.tokens;
  }
}
