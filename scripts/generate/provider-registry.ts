import {
  operationsFile,
  operationsSource,
  registryFile,
  registrySource,
} from '../../packages/providers/scripts/generate-registry.ts';
import type { GeneratedFile } from './generated-file.ts';

const generator = 'packages/providers/scripts/generate-registry.ts';

/** The kinds of call, one for each file. */
export const providerOperations: GeneratedFile = { path: operationsFile, generator, content: operationsSource };

/** The list of vendors, one for each folder. */
export const providerRegistry: GeneratedFile = { path: registryFile, generator, content: registrySource };
