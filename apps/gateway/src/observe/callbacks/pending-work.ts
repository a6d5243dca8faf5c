/** What is still being made ready for its queue, so that a clean stop waits for it. */
export class PendingWork {
  readonly #pending = new Set<Promise<void>>();

  /** @param work never rejects */
  add(work: Promise<void>): void {
    this.#pending.add(work);
    void work.finally(() => this.#pending.delete(work));
  }

  async done(): Promise<void> {
    await Promise.all(this.#pending);
  }
}
