import { EnvironmentError } from '../environment/environment-error.ts';
import { CannotStartError } from './cannot-start-error.ts';

/** sysexits.h: the settings cannot be used, and starting again would not help. */
const EX_CONFIG = 78;
/** sysexits.h: an error of the program's own. */
const EX_SOFTWARE = 70;

/**
 * Runs a process's main function. What the operator can fix is one clear line for each thing on standard error and
 * exit code 78 where it is a setting, else 1; anything that nobody caught, now or later, is written once and ends the
 * process with code 70.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  process.on('uncaughtException', endUnexpectedly);
  try {
    await main();
  } catch (error) {
    if (!isForOperator(error)) endUnexpectedly(error);
    process.stderr.write(`${error.message}\n`, () => process.exit(error instanceof EnvironmentError ? EX_CONFIG : 1));
  }
}

function isForOperator(error: unknown): error is Error {
  return error instanceof CannotStartError || error instanceof EnvironmentError;
}

/** Unhandled rejections arrive here too: Node raises them as uncaught exceptions. */
function endUnexpectedly(error: unknown): never {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Ended by an unexpected error: ${stack}\n`);
  process.exit(EX_SOFTWARE);
}
