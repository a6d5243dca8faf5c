import type { DockerArgv } from './docker-argv.ts';
import { dockerFailed } from './docker-problems.ts';
import type { Docker } from './run-docker.ts';

export interface Listening {
  readonly signal?: AbortSignal | undefined;
  /** Hears each line as it comes. */
  readonly onLine?: (text: string) => void;
}

/**
 * Runs a command that must succeed, and returns what it printed.
 *
 * @param doing what it is for, after "Docker could not"
 * @throws {OperatorError} with what docker's message means
 */
export async function runOrExplain(
  docker: Docker,
  argv: DockerArgv,
  doing: string,
  { signal, onLine }: Listening = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await docker.run(argv, signal, onLine);
  // A build tells what went wrong on one and that it did on the other.
  if (exitCode !== 0) throw dockerFailed(doing, `${stdout}\n${stderr}`);
  return stdout;
}
