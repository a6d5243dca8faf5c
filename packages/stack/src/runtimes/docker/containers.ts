import { OperatorError } from '../../operator-error.ts';
import { readContainers, type Container } from './container.ts';
import { containerIdsArgv, inspectArgv, memoryArgv } from './docker-argv.ts';
import { dockerFailed } from './docker-problems.ts';
import type { Docker } from './run-docker.ts';
import { runOrExplain } from './run-or-explain.ts';

/**
 * The project's containers, running or not, found by their label: also those whose Compose file is gone.
 *
 * @throws {OperatorError} when the engine cannot be asked.
 */
export async function listContainers(docker: Docker, project: string, signal?: AbortSignal): Promise<Container[]> {
  const list = await runOrExplain(docker, containerIdsArgv(project), 'list the containers', { signal });
  const ids = list.split('\n').filter((id) => id !== '');
  if (ids.length === 0) return [];
  const inspected = await docker.run(inspectArgv(ids), signal);
  // One that was removed between the two questions is no failure; the others are told all the same.
  if (inspected.exitCode !== 0 && !inspected.stdout.startsWith('[')) {
    throw dockerFailed('inspect the containers', inspected.stderr);
  }
  return readContainers(inspected.stdout);
}

/** The resident memory of all processes of a container, in bytes; undefined when the engine cannot tell. */
export async function memoryOf(docker: Docker, { id }: Container): Promise<number | undefined> {
  try {
    const { exitCode, stdout } = await docker.run(memoryArgv(id));
    if (exitCode !== 0) return undefined;
    const kibibytes = stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => Number(row.trim().split(/\s+/)[1]));
    return kibibytes.reduce((sum, each) => sum + each, 0) * 1024;
  } catch (error) {
    if (error instanceof OperatorError) return undefined;
    throw error;
  }
}
