/** The process cannot start and the operator can mend it: the message says what, where and how, without a stack. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
}
