/** How much vectors may take together, in bytes: some 10,000 of 1,536 numbers. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Each look-up reads all of its place: at 1,536 numbers each these take some 3 ms. */
const MOST_IN_PLACE = 2_000;
const BYTES_OF_NUMBER = 4;

/** A wording whose answer is kept. */
export interface KnownWording {
  /** Where the answer lies. */
  readonly key: string;
  /** Of length one. */
  readonly vector: Float32Array;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** A wording that says nearly the same as one that was asked for. */
export interface NearWording {
  readonly key: string;
  /** The cosine of the angle between both: 1 is the same. */
  readonly similarity: number;
}

/** Wordings by their places: only those of one place may answer for each other. Bounded; the oldest go first. */
export class NearestWordings {
  readonly #places = new Map<string, Map<string, KnownWording>>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  add(place: string, wording: KnownWording): void {
    this.remove(place, wording.key);
    let there = this.#places.get(place);
    if (!there) this.#places.set(place, (there = new Map()));
    there.set(wording.key, wording);
    this.#bytes += sizeOf(wording);
    if (there.size > MOST_IN_PLACE) this.#removeOldest(place, there);
    while (this.#bytes > this.#mostBytes) this.#removeOldestOfAll();
  }

  /** Those at least as near as `threshold`, the nearest first. */
  near(place: string, vector: Float32Array, threshold: number, now: number): readonly NearWording[] {
    const near: NearWording[] = [];
    for (const [key, wording] of this.#places.get(place) ?? []) {
      if (wording.endsAt <= now) {
        this.remove(place, key);
        continue;
      }
      const similarity = cosine(vector, wording.vector);
      if (similarity >= threshold) near.push({ key, similarity });
    }
    return near.sort((one, other) => other.similarity - one.similarity);
  }

  remove(place: string, key: string): void {
    const there = this.#places.get(place);
    const wording = there?.get(key);
    if (!there || !wording) return;
    this.#bytes -= sizeOf(wording);
    there.delete(key);
    if (there.size === 0) this.#places.delete(place);
  }

  clear(place?: string): void {
    if (place === undefined) {
      this.#places.clear();
      this.#bytes = 0;
      return;
    }
    for (const key of this.#places.get(place)?.keys() ?? []) this.remove(place, key);
  }

  #removeOldestOfAll(): void {
    const [oldest] = this.#places;
    if (oldest) this.#removeOldest(...oldest);
  }

  #removeOldest(place: string, there: ReadonlyMap<string, KnownWording>): void {
    const [key] = there.keys();
    if (key !== undefined) this.remove(place, key);
  }
}

/** The same direction, of length one; nothing for no direction at all. */
export function unitVector(numbers: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...numbers);
  return length > 0 && Number.isFinite(length) ? Float32Array.from(numbers, (number) => number / length) : undefined;
}

/** Vectors of different models have nothing to do with each other. */
function cosine(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return -1;
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}

function sizeOf({ vector, key }: KnownWording): number {
  return vector.length * BYTES_OF_NUMBER + key.length;
}
