import { modelCatalogue, type CatalogueModel } from './model-catalogue.ts';

/** What a pull needs beside the model: the runtime (85 MB) and the packages that are fetched ahead. */
const WORKING_BYTES = 300_000_000;

/** What the two servers and the system around the model should keep. */
const OTHERS_MEMORY_BYTES = 500_000_000;

/** The most capable model for content that fits this machine; nothing where none does. */
export function chooseModel({
  freeMemoryBytes,
  freeDiskBytes,
}: {
  freeMemoryBytes: number;
  freeDiskBytes: number;
}): CatalogueModel | undefined {
  return modelCatalogue.find(
    ({ purpose, memoryBytes, bytes }) =>
      purpose === 'content' &&
      memoryBytes + OTHERS_MEMORY_BYTES <= freeMemoryBytes &&
      bytes + WORKING_BYTES <= freeDiskBytes,
  );
}
