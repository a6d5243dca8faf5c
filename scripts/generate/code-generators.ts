import { clientMethods } from './client-methods.ts';
import { contractTypes } from './contract-types.ts';
import type { GeneratedFile } from './generated-file.ts';
import { providerOperations, providerRegistry } from './provider-registry.ts';

/** Every generated file of code. It is written before `generators.ts` is loaded, which imports some of it. */
export const codeGenerators: readonly GeneratedFile[] = [
  providerOperations,
  providerRegistry,
  contractTypes,
  clientMethods,
];
