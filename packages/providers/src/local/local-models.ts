import type { Ask, FromModel } from './child/messages.ts';
import { createModelHost } from './host/model-host.ts';
import { locateModel } from './locate-model.ts';
import { toProviderError } from './to-provider-error.ts';

/** A model that nobody asks gives its memory back after so long; loading it again takes two seconds. */
const IDLE_MS = 5 * 60_000;

/** Weights come into memory when they are first used; a few tokens of anything use all of them. */
const ANY_BEGINNING = 'You';

/** The models of this machine, by name; at most one is loaded, in a child process. Rejects with `ProviderError`s. */
export interface LocalModels {
  /** One generation of the model that goes by this name: its text as it comes, then how it ended. */
  generate(
    name: string,
    ask: Ask,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<Extract<FromModel, { type: 'done' }>>;
  /** Loads a model before it is asked, weights and all, and evaluates a system prompt with which asks will begin. */
  warm(name: string, options: { system?: string; signal: AbortSignal }): Promise<void>;
  /** Of the model's process while there is one. */
  readonly pid: number | undefined;
  dispose(): Promise<void>;
}

export function createLocalModels({ idleMs = IDLE_MS }: { idleMs?: number } = {}): LocalModels {
  const host = createModelHost({ idleMs });
  return {
    async generate(name, ask, onText, signal) {
      try {
        return await host.ask(await locateModel(name, signal), ask, onText, signal);
      } catch (error) {
        throw toProviderError(error, signal);
      }
    },
    async warm(name, { system, signal }) {
      try {
        const settings = await locateModel(name, signal);
        await host.prepare(settings, [{ role: 'system', text: system ?? ANY_BEGINNING }], signal);
      } catch (error) {
        throw toProviderError(error, signal);
      }
    },
    get pid() {
      return host.pid;
    },
    dispose: () => host.dispose(),
  };
}

/** Those that all calls of this process share. */
export const localModels = createLocalModels();
