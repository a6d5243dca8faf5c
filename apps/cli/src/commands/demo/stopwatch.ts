/** Times the parts of a run; parts may overlap. */
export class Stopwatch {
  readonly #startedAt: number;
  readonly #parts = new Map<string, number>();

  /** @param startedAt milliseconds since 1970 */
  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  add(part: string, milliseconds: number): void {
    this.#parts.set(part, milliseconds);
  }

  async time<Result>(part: string, work: () => Promise<Result>): Promise<Result> {
    const startedAt = performance.now();
    try {
      return await work();
    } finally {
      this.add(part, Math.round(performance.now() - startedAt));
    }
  }

  /** Milliseconds of every part, in the order in which they ended. */
  get parts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#parts);
  }

  get totalMs(): number {
    return Date.now() - this.#startedAt;
  }
}
