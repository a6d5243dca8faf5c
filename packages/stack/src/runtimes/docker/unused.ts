import { endedContainersArgv, removeContainersArgv, removeImagesArgv, unusedImagesArgv } from './docker-argv.ts';
import type { Docker } from './run-docker.ts';
import { runOrExplain } from './run-or-explain.ts';

/** Something of ours that nothing uses any more. */
export interface UnusedObject {
  readonly kind: 'image' | 'container';
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  /** In the engine's words: `42MB`. */
  readonly size: string;
}

/** Images that a newer build has replaced and containers that have ended, of this project alone. Volumes hold data and stay. */
export async function findUnused(docker: Docker, project: string, signal?: AbortSignal): Promise<UnusedObject[]> {
  const [images, containers] = await Promise.all([
    rows(docker, unusedImagesArgv(project), signal),
    rows(docker, endedContainersArgv(project), signal),
  ]);
  return [
    ...containers.map(([id = '', name = '', size = '']) => ({
      kind: 'container' as const,
      id,
      name,
      size: size.replace(/ \(.*/, ''),
    })),
    ...images.map(([id = '', size = '']) => ({
      kind: 'image' as const,
      id,
      name: id.replace('sha256:', '').slice(0, 12),
      size,
    })),
  ];
}

/** Removes exactly these; containers first, because they hold their images. */
export async function removeUnused(
  docker: Docker,
  objects: readonly UnusedObject[],
  signal?: AbortSignal,
): Promise<void> {
  const ids = (kind: UnusedObject['kind']): string[] =>
    objects.filter((each) => each.kind === kind).map(({ id }) => id);
  const containers = ids('container');
  const images = ids('image');
  if (containers.length > 0) await runOrExplain(docker, removeContainersArgv(containers), 'remove containers', signal);
  if (images.length > 0) await runOrExplain(docker, removeImagesArgv(images), 'remove images', signal);
}

async function rows(docker: Docker, argv: readonly string[], signal?: AbortSignal): Promise<string[][]> {
  const table = await runOrExplain(docker, argv, 'list what is unused', signal);
  return table
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
}
