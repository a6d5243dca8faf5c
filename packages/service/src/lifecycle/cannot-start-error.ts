/** The process cannot start and the operator can fix it: the message says what, where and how, without a stack. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
}

/** For `.catch(cannotStart)`: a failure whose message tells the operator all that is needed. */
export function cannotStart(error: unknown): never {
  throw new CannotStartError(error instanceof Error ? error.message : String(error), { cause: error });
}
