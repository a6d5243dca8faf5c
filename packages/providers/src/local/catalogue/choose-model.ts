import { estimateSpeed, isTooSlow, type Machine } from './writing-speed.ts';
import { downloadBytes, modelCatalogue, type CatalogueModel } from './model-catalogue.ts';

/** What a pull needs beside the model: the runtime (85 MB) and the packages that are fetched ahead. */
const WORKING_BYTES = 300_000_000;

/** What the two servers and the system around the model should keep. */
const OTHERS_MEMORY_BYTES = 500_000_000;

/** What of a machine decides which models it can bear. */
export interface Room extends Machine {
  readonly freeMemoryBytes: number;
  readonly freeDiskBytes: number;
}

/** The models for content that fit this machine, the most capable first: each next one serves where those before fail. */
export function fittingModels(room: Room): CatalogueModel[] {
  return modelCatalogue.filter((model) => model.purpose === 'content' && whyUnfit(model, room) === undefined);
}

/** Why a model would not be fetched for this machine, in words; nothing where it would. */
export function whyUnfit(model: CatalogueModel, room: Room): string | undefined {
  const memory = model.memoryBytes + OTHERS_MEMORY_BYTES;
  if (memory > room.freeMemoryBytes) return `needs ${gigabytes(memory)} of free memory`;
  const disk = downloadBytes(model) + WORKING_BYTES;
  if (disk > room.freeDiskBytes) return `needs ${gigabytes(disk)} of free disk`;
  const speed = estimateSpeed(model, room);
  // The smallest models serve machines that are slow for all.
  if (isTooSlow(speed) && !isSmallest(model))
    return `would write about ${speed.tokensPerSecond.toFixed(0)} tokens a second`;
  return undefined;
}

function isSmallest(model: CatalogueModel): boolean {
  return modelCatalogue.findLast(({ purpose }) => purpose === 'content') === model;
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
