import {
  exportedFile,
  exportInput,
  exportMeta,
  exportQuery,
  generationMeta,
  generationOptions,
  healthRoutes,
  job,
  jobExportQuery,
  jobsQuery,
  typeNameOf,
} from '@showrunner/contract';
import { operations } from '@showrunner/recipes';
import { declareType } from './schema-to-type.ts';

/** Where the source below lies, from the checkout's root. */
export const contractTypesFile = 'packages/client/src/contract-types.generated.ts';

/** What the SDK knows of the contract and the recipes, as plain types, so that whoever installs it installs neither. */
export function contractTypesSource(): string {
  return [
    '// Made by packages/client/scripts/generate-contract-types.ts from the contract. Do not edit.',
    '',
    `export const recipeNames = [${operations.map(({ name }) => `'${name}'`).join(', ')}] as const;`,
    '',
    'export type RecipeName = (typeof recipeNames)[number];',
    '',
    '/** What every recipe takes beside its own input. */',
    declareType('GenerationOptions', generationOptions, 'input'),
    '',
    ...operations.flatMap(({ name, description, input, output }) => [
      `/** ${description} */`,
      declareType(`${typeNameOf(name)}Input`, input, 'input'),
      '',
      declareType(typeNameOf(name), output, 'output'),
      '',
    ]),
    '/** All results when the request asked for more than one; the first is also the result itself. */',
    'export type WithVariants<Output> = Output & { readonly variants?: readonly Output[] };',
    '',
    'export interface RecipeTypes {',
    ...operations.map(
      ({ name }) =>
        `  readonly '${name}': { readonly input: ${typeNameOf(name)}Input & GenerationOptions; readonly output: WithVariants<${typeNameOf(name)}> };`,
    ),
    '}',
    '',
    '/** How an answer came to be: what served it, what it took, what was checked. */',
    declareType('AnswerMeta', generationMeta, 'output'),
    '',
    '/** One check with its figure. */',
    "export type Check = AnswerMeta['checks'][number];",
    '',
    '/** A piece of work and what came of it; plain answers are kept as jobs too. */',
    declareType('Job', job, 'output'),
    '',
    "export type JobState = Job['state'];",
    '',
    '/** Which jobs to list. */',
    declareType('JobFilter', jobsQuery, 'input'),
    '',
    '/** What a file is made of. */',
    declareType('ExportInput', exportInput, 'input'),
    '',
    '/** What can be said about a file. */',
    declareType('ExportOptions', exportQuery, 'input'),
    '',
    '/** The same of a stored script. */',
    declareType('JobExportOptions', jobExportQuery, 'input'),
    '',
    '/** A file as data. */',
    declareType('ExportedFile', exportedFile, 'output'),
    '',
    '/** What is to be known of a file. */',
    declareType('ExportMeta', exportMeta, 'output'),
    '',
    "export type ExportFormat = ExportedFile['format'];",
    '',
    '/** How the server is; more with a key than without. */',
    declareType('Health', healthRoutes.getHealth.answer.schema, 'output'),
    '',
  ].join('\n');
}
