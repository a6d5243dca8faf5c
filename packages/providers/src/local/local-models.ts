import type { Generation } from './child/messages.ts';
import { ModelHost, type Done } from './host/model-host.ts';
import { locateModel } from './locate-model.ts';
import { toProviderError } from './to-provider-error.ts';

/** A model that nobody asks gives its memory back after so long; loading it again takes two seconds. */
const IDLE_MS = 5 * 60_000;

/** Weights come into memory when they are first used; a few tokens of anything use all of them. */
const ANY_BEGINNING = 'You';

/** The models of this machine, by name; at most one is loaded, in a child process. Rejects with `ProviderError`s. */
export class LocalModels {
  readonly #host: ModelHost;

  constructor({ idleMs = IDLE_MS }: { readonly idleMs?: number } = {}) {
    this.#host = new ModelHost({ idleMs });
  }

  /** Of the model's process while there is one. */
  get pid(): number | undefined {
    return this.#host.pid;
  }

  /** One generation of the model that goes by this name: its text as it comes, then how it ended. */
  async generate(
    name: string,
    generation: Generation,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<Done> {
    try {
      return await this.#host.generate(await locateModel(name, signal), generation, onText, signal);
    } catch (error) {
      throw toProviderError(error, signal);
    }
  }

  /** Loads a model before it is asked, weights and all, and evaluates a system prompt with which requests will begin. */
  async warm(name: string, { system, signal }: { system?: string; signal: AbortSignal }): Promise<void> {
    try {
      const settings = await locateModel(name, signal);
      await this.#host.prepare(settings, [{ role: 'system', text: system ?? ANY_BEGINNING }], signal);
    } catch (error) {
      throw toProviderError(error, signal);
    }
  }

  dispose(): Promise<void> {
    return this.#host.end();
  }
}

/** Those that all calls of this process share. */
export const localModels = new LocalModels();
