import type { SharedState } from '@showrunner/store';
import type { SemanticSettings } from '../config/reading/semantic-cache.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { cacheKey } from './cache-key.ts';
import { unitVector, type NearWording } from './nearest-wordings.ts';
import { SharedWordings } from './shared-wordings.ts';

/** Asks a group for the vector of a text, within so many seconds; nothing where it gives none in time. */
export type EmbedWords = (group: string, text: string, seconds: number) => Promise<readonly number[] | undefined>;

/** What was found for a question by what it says. */
export interface WordingLookup {
  /** Keys of answers to questions that say nearly the same, the nearest first. */
  readonly near: readonly NearWording[];
  /** Its answer lies under this key from now on, for so long. */
  keep(key: string, ttlSeconds: number): void;
  /** Nothing lies there any more. */
  forget(key: string): void;
}

/** Finds answers to questions that say nearly the same, and ask for the same of the same model otherwise. */
export class WordingIndex {
  readonly #settings: SemanticSettings;
  readonly #wordings: SharedWordings;

  constructor(settings: SemanticSettings, state: SharedState) {
    this.#settings = settings;
    this.#wordings = new SharedWordings(state);
  }

  /** Nothing for a question that is not found by what it says. */
  async find(exchange: Exchange, namespace: string | undefined, embed: EmbedWords): Promise<WordingLookup | undefined> {
    const { embeddingModel, threshold, embeddingSeconds, mostTurns } = this.#settings;
    const wording = exchange.operation.wording?.(exchange.request);
    if (!wording || wording.turns > mostTurns) return undefined;
    const place = cacheKey(exchange, namespace, wording.without);
    const numbers = place === undefined ? undefined : await embed(embeddingModel, wording.text, embeddingSeconds);
    const vector = numbers && unitVector(numbers);
    if (place === undefined || !vector) return undefined;
    const wordings = this.#wordings;
    return {
      near: await wordings.near(place, vector, threshold),
      keep(key, ttlSeconds) {
        if (ttlSeconds <= 0) return;
        const known = { key, vector, endsAt: Date.now() + ttlSeconds * 1000 };
        // What Redis does not take is known here, and asked for anew elsewhere.
        wordings.add(place, known, ttlSeconds).catch(() => {});
      },
      forget: (key) => {
        wordings.remove(place, key);
      },
    };
  }

  clear(): Promise<void> {
    return this.#wordings.clear();
  }
}
