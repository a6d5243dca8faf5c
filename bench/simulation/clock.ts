/**
 * Time and chance of a simulation: until it is disposed of, whatever asks `performance.now()` is told the time here. Every
 * run is the same.
 */
export class SimulatedClock {
  readonly #ofTheMachine = performance.now.bind(performance);
  #now = 0;
  #seed: number;
  readonly #events: { readonly at: number; readonly happen: () => void }[] = [];

  constructor(seed: number) {
    this.#seed = seed;
    performance.now = () => this.#now;
  }

  [Symbol.dispose](): void {
    performance.now = this.#ofTheMachine;
  }

  /** Milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  after(milliseconds: number, happen: () => void): void {
    const at = this.#now + milliseconds;
    let place = this.#events.length;
    while (place > 0 && (this.#events[place - 1]?.at ?? 0) < at) place--;
    this.#events.splice(place, 0, { at, happen });
  }

  /** Until nothing is left to happen before the end. */
  run(untilMs: number): void {
    for (;;) {
      const next = this.#events.pop();
      if (!next || next.at > untilMs) return;
      this.#now = next.at;
      next.happen();
    }
  }

  /** From 0 to below 1 (mulberry32). */
  readonly random = (): number => {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** Times between things that come by chance, so many a second on average. */
  wait(perSecond: number): number {
    return (-Math.log(1 - this.random()) / perSecond) * 1000;
  }
}
