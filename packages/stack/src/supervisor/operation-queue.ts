import { OperatorError } from '../operator-error.ts';

/** Lets what changes the stack happen one at a time, in the order in which it was asked for, until the end begins. */
export class OperationQueue {
  readonly #ending: AbortSignal;
  #last: Promise<unknown> = Promise.resolve();
  #count = 0;

  /** @param ending what waits when it aborts is refused; what fails then fails because of it. */
  constructor(ending: AbortSignal) {
    this.#ending = ending;
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** @throws {OperatorError} when the stack is being stopped; else what the operation throws. */
  async run(operation: () => Promise<void>): Promise<void> {
    this.#count += 1;
    const turn = this.idle().then(() => (this.#ending.aborted ? refuseEnding() : operation()));
    this.#last = turn;
    try {
      await turn;
    } catch (error) {
      if (this.#ending.aborted) refuseEnding();
      throw error;
    } finally {
      this.#count -= 1;
    }
  }

  /** Resolves when what was asked for until now is over, well or not. */
  async idle(): Promise<void> {
    await this.#last.catch(() => {});
  }
}

function refuseEnding(): never {
  throw new OperatorError({
    what: 'The stack is being stopped',
    fix: 'start it when that is done: showrunner up',
  });
}
