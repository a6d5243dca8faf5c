import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { LineSplitter } from '../../logs/line-splitter.ts';
import { dockerMissing } from './docker-problems.ts';
import type { DockerArgv } from './docker-argv.ts';

export interface DockerResult {
  /** `undefined`: a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface OutputLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Runs the `docker` program, which knows where the engine is: context, DOCKER_HOST, TLS. */
export interface Docker {
  /**
   * Rejects when `signal` aborts, and ends the program then. What docker says is told by the exit code. `onLine` hears
   * each line as it comes.
   *
   * @throws {OperatorError} where there is no such program.
   */
  run(argv: DockerArgv, signal?: AbortSignal, onLine?: (text: string) => void): Promise<DockerResult>;
  /** Its output line by line as it comes, until it ends or `signal` ends it. */
  lines(argv: DockerArgv, signal?: AbortSignal): AsyncIterable<OutputLine>;
}

export function createDocker(
  cwd: string,
  environment: Readonly<Record<string, string | undefined>>,
  program = 'docker',
): Docker {
  const start = (argv: DockerArgv, signal: AbortSignal | undefined): ChildProcessByStdio<null, Readable, Readable> =>
    spawn(program, argv, {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(signal ? { signal } : {}),
    });

  return {
    async run(argv, signal, onLine) {
      signal?.throwIfAborted();
      const child = start(argv, signal);
      if (onLine) for (const source of [child.stdout, child.stderr]) hearLines(source, onLine);
      const [stdout, stderr, exitCode] = await Promise.all([
        child.stdout.setEncoding('utf8').toArray(),
        child.stderr.setEncoding('utf8').toArray(),
        exitCodeOf(child),
      ]);
      signal?.throwIfAborted();
      return { exitCode, stdout: stdout.join(''), stderr: stderr.join('') };
    },

    async *lines(argv, signal) {
      if (signal?.aborted) return;
      const child = start(argv, signal);
      const ended = exitCodeOf(child);
      try {
        yield* merged(child);
        await ended;
      } finally {
        child.kill();
      }
    },
  };
}

async function exitCodeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<number | undefined> {
  try {
    await once(child, 'close');
    return child.exitCode ?? undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw dockerMissing();
    // The caller's signal ended it, and the caller knows.
    return undefined;
  }
}

function hearLines(source: Readable, onLine: (text: string) => void): void {
  const splitter = new LineSplitter();
  source.on('data', (chunk: Buffer | string) => {
    for (const line of splitter.push(Buffer.from(chunk))) onLine(line);
  });
}

async function* merged({ stdout, stderr }: { stdout: Readable; stderr: Readable }): AsyncGenerator<OutputLine> {
  const waiting: OutputLine[] = [];
  let wake = (): void => undefined;
  let open = 2;
  for (const [stream, source] of [
    ['stdout', stdout],
    ['stderr', stderr],
  ] as const) {
    const splitter = new LineSplitter();
    const take = (lines: readonly string[]): void => {
      waiting.push(...lines.map((text) => ({ stream, text })));
      wake();
    };
    source.on('data', (chunk: Buffer) => take(splitter.push(chunk)));
    source.once('close', () => {
      open -= 1;
      take(splitter.end());
    });
  }
  for (;;) {
    yield* waiting.splice(0);
    if (waiting.length > 0) continue;
    if (open === 0) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
