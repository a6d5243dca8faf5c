import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { RuntimeChoice } from '@showrunner/stack';
import type { Command } from 'commander';
import { describeError } from './describe-error.ts';
import { createJsonOutput } from './output/json-output.ts';
import type { Output } from './output/output.ts';
import { createTextOutput } from './output/text-output.ts';

/** What a handler is given beside its own arguments. */
export interface CommandContext {
  readonly output: Output;
  /** The checkout. */
  readonly root: string;
  /** The operator's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What `--runtime` says. */
  readonly runtime: RuntimeChoice | undefined;
  /** Aborts when the operator asks us to end (Ctrl+C). */
  readonly signal: AbortSignal;
}

/** A command's work; `false` says that it found something not well, which the exit code repeats. */
export type Handler = (context: CommandContext, command: Command) => Promise<boolean | void>;

/** As shells report an end by SIGINT. */
const INTERRUPTED = 130;
const SAME_KEY_PRESS_MS = 500;

/** Makes a handler into a commander action: gives it its context, and its errors a form. */
export function action(handler: Handler): (this: Command) => Promise<void> {
  return async function run(this: Command) {
    const { json, runtime } = this.opts<{ json?: boolean; runtime?: RuntimeChoice }>();
    const output = json ? createJsonOutput(process.stdout) : createTextOutput(process);
    const signal = interruption();
    process.stdout.on('error', endWithReader);
    try {
      const context = { output, root: checkout(), environment: process.env, runtime, signal };
      const well = await handler(context, this);
      if (well === false) process.exitCode = 1;
    } catch (error) {
      process.exitCode = signal.aborted ? INTERRUPTED : 1;
      if (signal.aborted) output.note('Interrupted.');
      else output.problem(describeError(error));
    }
  };
}

/**
 * Aborts at the first Ctrl+C; a second one ends us at once. One key press may come twice, from the terminal and from
 * the bootstrap that passes signals on, so what follows immediately does not count.
 */
function interruption(): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const interrupt = (): void => {
    firstAt ??= Date.now();
    controller.abort();
    if (Date.now() - firstAt > SAME_KEY_PRESS_MS) process.exit(INTERRUPTED);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  return controller.signal;
}

/** `showrunner logs | head`: who has read enough goes away, and that is no failure. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}

function checkout(): string {
  return resolve(fileURLToPath(new URL('../../..', import.meta.url)));
}
