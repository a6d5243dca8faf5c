import { readBuildStep } from './build-steps.ts';
import { buildArgv } from './docker-argv.ts';
import type { Project } from './project.ts';
import { runOrExplain } from './run-or-explain.ts';

export interface BuildRequest {
  /** All services when empty. */
  readonly names: readonly string[];
  /** Builds every layer anew. */
  readonly noCache: boolean;
  readonly onProgress?: ((step: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Builds the images of the named services and of what they need; what has not changed takes no time. */
export async function buildImages(
  { name, docker }: Pick<Project, 'name' | 'docker'>,
  { names, noCache, onProgress, signal }: BuildRequest,
): Promise<void> {
  const onLine = (line: string): void => {
    const step = readBuildStep(line);
    if (step !== undefined) onProgress?.(step);
  };
  await runOrExplain(docker, buildArgv(name, { names, noCache }), 'build the images', { signal, onLine });
}
