import { asObjects, isFinishReason } from '@showrunner/providers';

/** Which choices of a streamed answer have begun, and which of them have been given a reason to finish. */
export class ChoicesSeen {
  readonly #isFinished = new Map<number, boolean>();
  /** One that was begun and has no reason yet may go on. Asked for with every piece of a stream. */
  areFinished = false;

  /** @param choices of one chunk, as they came */
  read(choices: readonly unknown[]): void {
    for (const [position, choice] of asObjects(choices).entries()) {
      const index = typeof choice.index === 'number' ? choice.index : position;
      this.#isFinished.set(index, this.#isFinished.get(index) === true || isFinishReason(choice.finish_reason));
    }
    this.areFinished = this.#isFinished.size > 0 && this.#isFinished.values().every(Boolean);
  }
}
