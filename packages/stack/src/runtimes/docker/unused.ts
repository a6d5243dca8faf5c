import type { Removable } from '../runtime.ts';
import {
  diskUsage,
  endedContainersArgv,
  removeContainersArgv,
  removeImagesArgv,
  removeVolumesArgv,
  unusedImagesArgv,
  volumesArgv,
} from './docker-argv.ts';
import type { Docker } from './run-docker.ts';
import { runOrExplain } from './run-or-explain.ts';

/** Images that a newer build has replaced and containers that have ended, of this project alone. Volumes hold data and stay. */
export async function findUnused(docker: Docker, project: string, signal?: AbortSignal): Promise<Removable[]> {
  const [containers, images, sizes] = await Promise.all([
    rows(docker, endedContainersArgv(project), signal),
    rows(docker, unusedImagesArgv(project), signal),
    sizesOnDisk(docker, signal),
  ]);
  return [
    ...containers.map(([id = '', name = '', size = '']) => ({ kind: 'container', id, name, ...bytesOf(size) })),
    ...images.map(([id = '']) => ({
      kind: 'image',
      id,
      name: id.replace('sha256:', '').slice(0, 12),
      ...bytesOf(sizes.get(id)),
    })),
  ];
}

/** The volume of docker-compose.yml that holds downloads and no data. */
const MODEL_CACHE = 'model-cache';

/** The volumes with the stack's data; downloaded models are no data and stay. */
export async function findData(docker: Docker, project: string, signal?: AbortSignal): Promise<Removable[]> {
  const [volumes, sizes] = await Promise.all([rows(docker, volumesArgv(project), signal), sizesOnDisk(docker, signal)]);
  return volumes
    .filter(([, role]) => role !== MODEL_CACHE)
    .map(([name = '']) => ({ kind: 'volume', id: name, name, ...bytesOf(sizes.get(name)) }));
}

interface DiskUsage {
  readonly Images: readonly { readonly ID: string; readonly UniqueSize: string }[] | null;
  readonly Volumes: readonly { readonly Name: string; readonly Size: string }[] | null;
}

/** By an image's id what goes with it alone, since images share layers, and by a volume's name what is in it. */
async function sizesOnDisk(docker: Docker, signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const usage = JSON.parse(await runOrExplain(docker, diskUsage, 'measure the disk', signal)) as DiskUsage;
  return new Map([
    ...(usage.Images ?? []).map(({ ID, UniqueSize }) => [ID, UniqueSize] as const),
    ...(usage.Volumes ?? []).map(({ Name, Size }) => [Name, Size] as const),
  ]);
}

/** Removes exactly these; containers first, because they hold their images and volumes. */
export async function remove(docker: Docker, items: readonly Removable[], signal?: AbortSignal): Promise<void> {
  const steps = [
    { kind: 'container', argv: removeContainersArgv, doing: 'remove containers' },
    { kind: 'image', argv: removeImagesArgv, doing: 'remove images' },
    { kind: 'volume', argv: removeVolumesArgv, doing: 'remove the data' },
  ];
  for (const { kind, argv, doing } of steps) {
    const ids = items.filter((item) => item.kind === kind).map(({ id }) => id);
    if (ids.length > 0) await runOrExplain(docker, argv(ids), doing, signal);
  }
}

/** `42.1MB (virtual 300MB)` in bytes; the engine counts in decimal units. */
function bytesOf(size = ''): { bytes?: number } {
  const [, amount, unit = ''] = /^([\d.]+)\s*([kMGT]?)B/.exec(size) ?? [];
  return amount === undefined ? {} : { bytes: Math.round(Number(amount) * 1000 ** ' kMGT'.indexOf(unit || ' ')) };
}

async function rows(docker: Docker, argv: readonly string[], signal?: AbortSignal): Promise<string[][]> {
  const table = await runOrExplain(docker, argv, 'list what is unused', signal);
  return table
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
}
