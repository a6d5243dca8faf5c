import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProgramResult {
  /** `undefined`: there is no such program, or a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly signal: AbortSignal;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Given on standard input, where no process list shows it. */
  readonly input?: string;
}

/** Runs a program to its end; rejects only when `signal` aborts, and ends the program then. */
export async function runProgram(
  program: string,
  argv: readonly string[],
  { signal, input = '', ...options }: ProgramOptions,
): Promise<ProgramResult> {
  const child = spawn(program, argv, { ...options, signal, stdio: 'pipe', windowsHide: true });
  // A program that does not read, or is not there, ends the pipe.
  child.stdin.on('error', () => undefined).end(input);
  const ended = once(child, 'close').then(
    ([code]: unknown[]) => (typeof code === 'number' ? code : undefined),
    () => undefined,
  );
  const [stdout, stderr, exitCode] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    ended,
  ]);
  signal.throwIfAborted();
  return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
}
