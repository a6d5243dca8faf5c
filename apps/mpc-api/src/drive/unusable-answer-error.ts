import type { AnswerFault } from './read-answer.ts';

/** One ask stayed without a usable answer. It ends this way of writing, not yet the request. */
export class UnusableAnswerError extends Error {
  override readonly name = 'UnusableAnswerError';
  readonly part: string;
  readonly fault: AnswerFault;
  readonly finding: string;

  constructor(part: string, fault: AnswerFault, finding: string) {
    super(`No usable answer for ${part}: ${finding}`);
    this.part = part;
    this.fault = fault;
    this.finding = finding;
  }
}
