import { methodsFile, methodsSource } from '../../packages/client/scripts/generate-methods.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The client's methods, one for each route that has a name for it. */
export const clientMethods: GeneratedFile = {
  path: methodsFile,
  generator: 'packages/client/scripts/generate-methods.ts',
  content: () => methodsSource(),
};
