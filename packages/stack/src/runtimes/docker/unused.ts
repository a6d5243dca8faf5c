import { isListOf, isRecord, isText } from '../../unread-value.ts';
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
import { readDockerJson } from './read-docker-json.ts';
import type { Docker } from './run-docker.ts';
import { runOrExplain } from './run-or-explain.ts';

/** Images that a newer build has replaced and containers that have ended, of this project alone. Volumes hold data and stay. */
export async function findUnused(docker: Docker, project: string, signal?: AbortSignal): Promise<Removable[]> {
  const [containers, images, usage] = await Promise.all([
    rows(docker, endedContainersArgv(project), signal),
    rows(docker, unusedImagesArgv(project), signal),
    measureDisk(docker, signal),
  ]);
  return [
    ...containers.map(([id = '', name = '', size = '']) => ({ kind: 'container', id, name, ...bytesOf(size) })),
    ...images
      .map(([id = '']) => ({ id, measured: usage.Images?.find(({ ID }) => ID === id) }))
      // One that has lost its name may still be what a container runs.
      .filter(({ measured }) => !(Number(measured?.Containers) > 0))
      .map(({ id, measured }) => ({
        kind: 'image',
        id,
        name: id.replace('sha256:', '').slice(0, 12),
        // What goes with it alone, since images share layers.
        ...bytesOf(measured?.UniqueSize),
      })),
  ];
}

/** The volume of docker-compose.yml that holds downloads and no data. */
const MODEL_CACHE = 'model-cache';

/** The volumes with the stack's data; downloaded models are no data and stay. */
export async function findData(docker: Docker, project: string, signal?: AbortSignal): Promise<Removable[]> {
  const [volumes, usage] = await Promise.all([rows(docker, volumesArgv(project), signal), measureDisk(docker, signal)]);
  return volumes
    .filter(([, role]) => role !== MODEL_CACHE)
    .map(([name = '']) => ({
      kind: 'volume',
      id: name,
      name,
      ...bytesOf(usage.Volumes?.find(({ Name }) => Name === name)?.Size),
    }));
}

/** What `docker system df` tells, as far as it is read. */
interface DiskUsage {
  readonly Images: readonly ImageUsage[] | null;
  readonly Volumes: readonly VolumeUsage[] | null;
}

interface ImageUsage {
  readonly ID: string;
  readonly UniqueSize: string;
  readonly Containers: string;
}

interface VolumeUsage {
  readonly Name: string;
  readonly Size: string;
}

async function measureDisk(docker: Docker, signal?: AbortSignal): Promise<DiskUsage> {
  const doing = 'measure the disk';
  return readDockerJson(await runOrExplain(docker, diskUsage, doing, { signal }), doing, isDiskUsage);
}

function isDiskUsage(value: unknown): value is DiskUsage {
  if (!isRecord(value)) return false;
  const { Images = null, Volumes = null } = value;
  return (Images === null || isListOf(Images, isImageUsage)) && (Volumes === null || isListOf(Volumes, isVolumeUsage));
}

function isImageUsage(value: unknown): value is ImageUsage {
  return isRecord(value) && isText(value.ID) && isText(value.UniqueSize) && isText(value.Containers);
}

function isVolumeUsage(value: unknown): value is VolumeUsage {
  return isRecord(value) && isText(value.Name) && isText(value.Size);
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
    if (ids.length > 0) await runOrExplain(docker, argv(ids), doing, { signal });
  }
}

/** `42.1MB (virtual 300MB)` in bytes; the engine counts in decimal units. */
function bytesOf(size = ''): { bytes?: number } {
  const [, amount, unit = ''] = /^([\d.]+)\s*([kMGT]?)B/.exec(size) ?? [];
  return amount === undefined ? {} : { bytes: Math.round(Number(amount) * 1000 ** ' kMGT'.indexOf(unit || ' ')) };
}

async function rows(docker: Docker, argv: readonly string[], signal?: AbortSignal): Promise<string[][]> {
  const table = await runOrExplain(docker, argv, 'list what is unused', { signal });
  return table
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split('\t'));
}
