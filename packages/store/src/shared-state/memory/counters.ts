import type { Claim } from '../limits.ts';
import { SweptMap } from './swept-map.ts';

/** The numbers of a counter, each at its place among them. */
export const COUNTED = {
  /** What it counts, by `KIND`. */
  kind: 0,
  /** In this window, as slots that are held, or out of this purse. */
  used: 1,
  /** When a window ends, or until when a purse is kept that nobody asks for; on the monotonic clock, in milliseconds. */
  endsAt: 2,
  /** Who holds the slot, where one of a set is held. */
  holder: 2,
  /** Of a purse, by work that is under way. */
  reserved: 3,
} as const;

export type Counted = (typeof COUNTED)[keyof typeof COUNTED];

const NUMBERS_EACH = 4;

export const KIND = { window: 1, purse: 2, slot: 3 } as const satisfies Record<Claim['kind'], number>;

/** How many counters stand in one block: 32 KB, so that a few take little. */
const BLOCK_BITS = 10;
const IN_BLOCK = (1 << BLOCK_BITS) - 1;

/** Where a counter stands that is not kept. */
export const NOWHERE = -1;

/**
 * Windows, purses and sets of slots by their keys. They are numbers in blocks of numbers: a hundred thousand keys have a
 * million of them, which as objects would take four times the memory and be looked through by each collection of garbage.
 * One is known by where it stands, which is another's once it was over and swept: after a `keep`, that is.
 */
export class Counters {
  readonly #blocks: Float64Array[] = [];
  /** Where counters stood that were swept. */
  readonly #free: number[] = [];
  readonly #places: SweptMap<string, number>;

  /** @param isOver whether the one that stands there may go */
  constructor(isOver: (place: number, now: number) => boolean) {
    this.#places = new SweptMap((place, now) => {
      if (!isOver(place, now)) return false;
      this.#free.push(place);
      return true;
    });
  }

  /** How many are kept, those that are over among them. */
  get size(): number {
    return this.#places.size;
  }

  find(key: string): number {
    return this.#places.get(key) ?? NOWHERE;
  }

  /** One that has counted nothing yet. Some that are over go. */
  keep(key: string, kind: Claim['kind'], now: number): number {
    const place = this.#free.pop() ?? this.#places.size;
    if (place >> BLOCK_BITS === this.#blocks.length) this.#blocks.push(new Float64Array(NUMBERS_EACH << BLOCK_BITS));
    for (let counted = 0; counted < NUMBERS_EACH; counted++) this.write(place, counted as Counted, 0);
    this.write(place, COUNTED.kind, KIND[kind]);
    this.#places.set(key, place, now);
    return place;
  }

  read(place: number, counted: Counted): number {
    return this.#blocks[place >> BLOCK_BITS]?.[(place & IN_BLOCK) * NUMBERS_EACH + counted] ?? 0;
  }

  write(place: number, counted: Counted, value: number): void {
    const block = this.#blocks[place >> BLOCK_BITS];
    if (block) block[(place & IN_BLOCK) * NUMBERS_EACH + counted] = value;
  }

  /** Nothing is below 0. */
  add(place: number, counted: Counted, amount: number): void {
    this.write(place, counted, Math.max(0, this.read(place, counted) + amount));
  }

  entries(): readonly (readonly [key: string, place: number])[] {
    return this.#places.entries();
  }

  clear(): void {
    this.#blocks.length = 0;
    this.#free.length = 0;
    this.#places.clear();
  }
}
