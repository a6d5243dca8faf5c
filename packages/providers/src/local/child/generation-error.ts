import type { FailureReason } from './messages.ts';

/** A generation that failed, and whose fault that is. */
export class GenerationError extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string) {
    super(message);
    this.name = 'GenerationError';
    this.reason = reason;
  }
}
