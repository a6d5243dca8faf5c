import { registryFile, registrySource } from '../../packages/providers/scripts/generate-registry.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The list of vendors, one for each folder. */
export const providerRegistry: GeneratedFile = {
  path: registryFile,
  generator: 'packages/providers/scripts/generate-registry.ts',
  content: () => registrySource(),
};
