import { EnvironmentError } from '../environment/environment-error.ts';
import { CannotStartError } from './cannot-start-error.ts';

/**
 * Runs a process's main function. What the operator can fix is one clear line for each thing on standard error and
 * exit code 1; anything that nobody caught, now or later, is written once and ends the process with code 70 (EX_SOFTWARE
 * of sysexits.h).
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  process.on('uncaughtException', endUnexpectedly);
  try {
    await main();
  } catch (error) {
    if (!isForOperator(error)) endUnexpectedly(error);
    process.stderr.write(`${error.message}\n`, () => process.exit(1));
  }
}

function isForOperator(error: unknown): error is Error {
  return error instanceof CannotStartError || error instanceof EnvironmentError;
}

/** Unhandled rejections arrive here too: Node raises them as uncaught exceptions. */
function endUnexpectedly(error: unknown): never {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Ended by an unexpected error: ${stack}\n`);
  process.exit(70);
}
