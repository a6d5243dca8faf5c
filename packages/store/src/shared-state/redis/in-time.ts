/**
 * How long a command may take, in milliseconds. A slow Redis does more harm than a dead one, so it is far below what a
 * request may notice.
 */
const COMMAND_TIMEOUT_MS = 200;

/** It did not answer in time; it may have done what it was told, and may answer yet. */
class NotInTimeError extends Error {
  override readonly name = 'NotInTimeError';

  constructor() {
    super(`the command timed out: no answer within ${COMMAND_TIMEOUT_MS} ms`);
  }
}

/**
 * The answer of a command, or after `COMMAND_TIMEOUT_MS` a `NotInTimeError`. What this process itself was too busy to read
 * until then is read first: timers come before what has arrived.
 */
export function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(reject, new NotInTimeError()), COMMAND_TIMEOUT_MS);
    const read = <Value>(value: Value): Value => {
      clearTimeout(timer);
      return value;
    };
    answer.then(
      (value) => resolve(read(value)),
      (error: unknown) => reject(read(error)),
    );
  });
}
