import { COUNTED, type Counters } from './counters.ts';

/** Who holds slots. Nearly always at most one of a set is held: its holder stands with the counter. */
export class SlotHolders {
  readonly #counters: Counters;
  /** Where more are held, by the place of the counter. */
  readonly #several = new Map<number, Set<number>>();

  constructor(counters: Counters) {
    this.#counters = counters;
  }

  hold(place: number, holder: number): void {
    const several = this.#several.get(place);
    const used = this.#counters.read(place, COUNTED.used);
    if (several) several.add(holder);
    else if (used === 0) this.#counters.write(place, COUNTED.holder, holder);
    else this.#several.set(place, new Set([this.#counters.read(place, COUNTED.holder), holder]));
    this.#counters.write(place, COUNTED.used, several?.size ?? this.#several.get(place)?.size ?? 1);
  }

  /** Whoever holds none gives none back. */
  release(place: number, holder: number): void {
    const several = this.#several.get(place);
    if (!several) {
      const holds =
        this.#counters.read(place, COUNTED.used) === 1 && this.#counters.read(place, COUNTED.holder) === holder;
      if (holds) this.#counters.write(place, COUNTED.used, 0);
      return;
    }
    several.delete(holder);
    this.#counters.write(place, COUNTED.used, several.size);
    if (several.size > 1) return;
    for (const last of several) this.#counters.write(place, COUNTED.holder, last);
    this.#several.delete(place);
  }

  clear(): void {
    this.#several.clear();
  }
}
