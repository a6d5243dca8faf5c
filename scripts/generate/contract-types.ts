import { contractTypesFile, contractTypesSource } from '../../packages/client/scripts/generate-contract-types.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The client's types of what the recipes take and give. */
export const contractTypes: GeneratedFile = {
  path: contractTypesFile,
  generator: 'packages/client/scripts/generate-contract-types.ts',
  content: () => contractTypesSource(),
};
