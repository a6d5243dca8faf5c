/**
 * The calls of tools that go on, so that `notifications/cancelled` finds the call that it means: over HTTP it comes with
 * a request of its own, and no session ties the two together.
 */
export class OpenCalls {
  readonly #calls = new Map<string, Set<() => void>>();

  /** @param name what tells the call from others: its caller and the id of its request */
  open(name: string, cancel: () => void): Disposable {
    const calls = this.#calls.get(name) ?? new Set();
    this.#calls.set(name, calls.add(cancel));
    return {
      [Symbol.dispose]: () => {
        calls.delete(cancel);
        if (calls.size === 0) this.#calls.delete(name);
      },
    };
  }

  cancel(name: string): void {
    for (const cancel of this.#calls.get(name) ?? []) cancel();
  }
}
