import { examplesFile, examplesSource } from '../../apps/mpc-api/scripts/examples/record-examples.ts';
import type { GeneratedFile } from './generated-file.ts';

/** What the content API answers to a request for each of its operations. */
export const apiExamples: GeneratedFile = {
  path: examplesFile,
  generator: 'apps/mpc-api/scripts/examples/record-examples.ts',
  content: () => examplesSource(),
};
