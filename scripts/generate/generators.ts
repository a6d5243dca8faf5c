import { apiExamples } from './api-examples.ts';
import { commandLinePage } from './command-line-page.ts';
import { compatibilityPage } from './compatibility-page.ts';
import { composeFile } from './compose-file.ts';
import { configurationPage } from './configuration-page.ts';
import { difyTools } from './dify-tools.ts';
import { environmentExample } from './environment-example.ts';
import { errorsTable } from './errors-table.ts';
import type { GeneratedFile } from './generated-file.ts';
import { vendorTable } from './vendor-table.ts';

/** Every other generated file of the repository. To add one, write its module beside this one and list it here. */
export const generators: readonly GeneratedFile[] = [
  environmentExample,
  configurationPage,
  commandLinePage,
  compatibilityPage,
  composeFile,
  errorsTable,
  vendorTable,
  apiExamples,
  difyTools,
];
