import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { graphicsOf, modelCacheFolder, type Room } from '@showrunner/providers/local';

/** What of this machine decides which models it can bear. */
export async function machineRoom(environment: Readonly<Record<string, string | undefined>>): Promise<Room> {
  const [freeDiskBytes, graphics] = await Promise.all([
    freeBytes(modelCacheFolder(environment)),
    graphicsOf(environment),
  ]);
  return {
    freeMemoryBytes: process.availableMemory(),
    freeDiskBytes,
    cores: availableParallelism(),
    hasGpu: graphics !== undefined,
  };
}

async function freeBytes(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
