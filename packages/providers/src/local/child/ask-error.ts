import type { FailureReason } from './messages.ts';

/** An ask that was not answered, and whose fault that is. */
export class AskError extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string) {
    super(message);
    this.name = 'AskError';
    this.reason = reason;
  }
}
