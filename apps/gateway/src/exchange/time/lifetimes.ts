import type { Lifetime } from './lifetime.ts';

/** How late a deadline may be noticed. */
const LOOK_EVERY_MS = 25;

/** The requests that are being answered, with one timer for the deadlines of all: one each would cost more to set. */
export class Lifetimes {
  readonly #all = new Set<Lifetime>();
  #timer: NodeJS.Timeout | undefined;

  get count(): number {
    return this.#all.size;
  }

  add(lifetime: Lifetime): void {
    this.#all.add(lifetime);
    this.#timer ??= setInterval(() => {
      this.#look();
    }, LOOK_EVERY_MS);
  }

  /** Nothing ends it after that. */
  remove(lifetime: Lifetime): void {
    lifetime.listen(undefined);
    this.#all.delete(lifetime);
  }

  /** Ends what is under way; each client is told why. */
  serverStops(): void {
    for (const lifetime of this.#all) lifetime.serverStops();
  }

  #look(): void {
    if (this.#all.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    const now = performance.now();
    for (const lifetime of this.#all) lifetime.endIfLate(now);
  }
}
