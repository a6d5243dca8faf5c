import type { SharedState } from '@showrunner/store';
import { isMapping } from '../json/mapping.ts';
import { NearestWordings, type KnownWording } from './nearest-wordings.ts';

/** As many as a place holds here. */
const MOST_TO_READ = 2_000;

/**
 * Wordings that all replicas know: in what they share each place is a list of numbered entries, which only grows and of
 * which each process reads what is new to it before it looks. One process alone has nothing to share.
 */
export class SharedWordings {
  readonly #state: SharedState;
  readonly #known = new NearestWordings();
  /** How far each place has been read. */
  readonly #read = new Map<string, number>();

  constructor(state: SharedState) {
    this.#state = state;
  }

  /** Behind the answer; what Redis does not take is known to this process alone. */
  async add(place: string, wording: KnownWording, ttlSeconds: number): Promise<void> {
    this.#known.add(place, wording);
    if (this.#state.kind === 'memory') return;
    const number = await this.#state.increment(counterOf(place), 1, { ttlSeconds: ttlSeconds * 2 });
    await this.#state.set(entryOf(place, number), encode(wording), { ttlSeconds });
  }

  /** Those at least as near as `threshold`, the nearest first. */
  async near(place: string, vector: Float32Array, threshold: number): Promise<ReturnType<NearestWordings['near']>> {
    if (this.#state.kind !== 'memory') await this.#readNew(place).catch(() => {});
    return this.#known.near(place, vector, threshold, Date.now());
  }

  remove(place: string, key: string): void {
    this.#known.remove(place, key);
  }

  async clear(): Promise<void> {
    this.#known.clear();
    this.#read.clear();
    await this.#state.deleteAll(PREFIX);
  }

  async #readNew(place: string): Promise<void> {
    const last = Number((await this.#state.get(counterOf(place))) ?? 0);
    let read = this.#read.get(place) ?? 0;
    if (last < read) {
      // It was emptied, or begins anew.
      this.#known.clear(place);
      read = 0;
    }
    this.#read.set(place, last);
    const from = Math.max(read, last - MOST_TO_READ);
    if (from >= last) return;
    const entries = Array.from({ length: last - from }, (_, index) => entryOf(place, from + index + 1));
    for (const entry of await this.#state.getMany(entries)) {
      const wording = entry === undefined ? undefined : decode(entry);
      if (wording) this.#known.add(place, wording);
    }
  }
}

const PREFIX = 'wording:';

function counterOf(place: string): string {
  return `${PREFIX}${place}`;
}

function entryOf(place: string, number: number): string {
  return `${PREFIX}${place}:${number}`;
}

function encode({ key, vector, endsAt }: KnownWording): string {
  const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
  return JSON.stringify({ key, endsAt, vector: bytes.toString('base64') });
}

/** Reads what others may have written: what is not ours is nothing. */
function decode(text: string): KnownWording | undefined {
  try {
    const entry: unknown = JSON.parse(text);
    if (!isMapping(entry)) return undefined;
    const { key, endsAt, vector } = entry;
    if (typeof key !== 'string' || typeof endsAt !== 'number' || typeof vector !== 'string') return undefined;
    const bytes = Buffer.from(vector, 'base64');
    const aligned = new Uint8Array(bytes).buffer;
    return { key, endsAt, vector: new Float32Array(aligned, 0, Math.floor(bytes.length / 4)) };
  } catch {
    return undefined;
  }
}
