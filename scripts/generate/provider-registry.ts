import { registrySource } from '../../packages/providers/scripts/generate-registry.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The list of vendors, one for each folder. */
export const providerRegistry: GeneratedFile = {
  path: 'packages/providers/src/registry.generated.ts',
  generator: 'packages/providers/scripts/generate-registry.ts',
  content: () => registrySource(),
};
