import {
  apiKey,
  estimate,
  estimateMeta,
  exportedFile,
  exportInput,
  exportMeta,
  exportQuery,
  generationMeta,
  generationOptions,
  healthRoutes,
  job,
  jobChanges,
  jobExportQuery,
  jobsQuery,
  deliveriesQuery,
  ignoredMeta,
  keyChanges,
  keyInput,
  newKey,
  pageMeta,
  pageQuery,
  jobSummary,
  recipe,
  revisionOptions,
  servedModel,
  typeNameOf,
  usage,
  usageQuery,
  batch,
  batchInput,
  batchSummary,
  webhookDelivery,
  webhookSecret,
  webhookTest,
  brandVoiceChanges,
  brandVoiceInput,
  storedBrandVoice,
  preset,
  presetChanges,
  presetInput,
} from '@showrunner/contract';
import { operations, revises } from '@showrunner/recipes';
import type { z } from 'zod';
import { declareType } from './schema-to-type.ts';

/** Where the source below lies, from the checkout's root. */
export const contractTypesFile = 'packages/client/src/contract-types.generated.ts';

interface DeclaredType {
  readonly name: string;
  readonly schema: z.ZodType;
  /** Whether it is sent or received. */
  readonly side: 'input' | 'output';
  readonly says: string;
}

/** What of the contract has a name in the SDK, beside the inputs and outputs of recipes. */
const declaredTypes: readonly DeclaredType[] = [
  {
    name: 'GenerationOptions',
    schema: generationOptions,
    side: 'input',
    says: 'What every recipe takes beside its own input.',
  },
  {
    name: 'RevisionOptions',
    schema: revisionOptions,
    side: 'input',
    says: 'The same of a revision, which is one result.',
  },
  {
    name: 'AnswerMeta',
    schema: generationMeta,
    side: 'output',
    says: 'How an answer came to be: what served it, what it took, what was checked.',
  },
  {
    name: 'Job',
    schema: job,
    side: 'output',
    says: 'A piece of work and what came of it; plain answers are kept as jobs too.',
  },
  { name: 'JobSummary', schema: jobSummary, side: 'output', says: 'A job as lists have it.' },
  {
    name: 'JobChanges',
    schema: jobChanges,
    side: 'input',
    says: 'What can be said of a job; what is left out stays, null takes it away.',
  },
  { name: 'JobFilter', schema: jobsQuery, side: 'input', says: 'Which jobs to list.' },
  { name: 'Recipe', schema: recipe, side: 'output', says: 'What can be asked for.' },
  { name: 'ServedModel', schema: servedModel, side: 'output', says: 'A model that can write.' },
  {
    name: 'Estimate',
    schema: estimate,
    side: 'output',
    says: 'What a request would ask and cost, where nothing has to be put right.',
  },
  { name: 'EstimateMeta', schema: estimateMeta, side: 'output', says: 'What an estimate is for.' },
  { name: 'ExportInput', schema: exportInput, side: 'input', says: 'What a file is made of.' },
  { name: 'ExportOptions', schema: exportQuery, side: 'input', says: 'What can be said about a file.' },
  { name: 'JobExportOptions', schema: jobExportQuery, side: 'input', says: 'The same of a stored script.' },
  { name: 'ExportedFile', schema: exportedFile, side: 'output', says: 'A file as data.' },
  { name: 'ExportMeta', schema: exportMeta, side: 'output', says: 'What is to be known of a file.' },
  { name: 'ApiKey', schema: apiKey, side: 'output', says: 'A named key, without its secret.' },
  { name: 'NewKey', schema: newKey, side: 'output', says: 'A key with its secret, which is shown once.' },
  { name: 'KeyInput', schema: keyInput, side: 'input', says: 'A key to be made.' },
  { name: 'KeyChanges', schema: keyChanges, side: 'input', says: 'What of a key is to be changed.' },
  { name: 'Page', schema: pageQuery, side: 'input', says: 'Which part of a list is wanted.' },
  { name: 'PageMeta', schema: pageMeta, side: 'output', says: 'Where a list goes on.' },
  { name: 'IgnoredMeta', schema: ignoredMeta, side: 'output', says: 'Members of a body that nobody knows.' },
  {
    name: 'BrandVoiceChanges',
    schema: brandVoiceChanges,
    side: 'input',
    says: 'What of a brand voice is to be changed.',
  },
  { name: 'BrandVoiceInput', schema: brandVoiceInput, side: 'input', says: 'A brand voice to be kept.' },
  { name: 'BrandVoice', schema: storedBrandVoice, side: 'output', says: 'A stored brand voice.' },
  { name: 'Preset', schema: preset, side: 'output', says: 'What requests are filled in with.' },
  { name: 'PresetChanges', schema: presetChanges, side: 'input', says: 'What of a preset is to be changed.' },
  { name: 'PresetInput', schema: presetInput, side: 'input', says: 'A preset to be kept.' },
  { name: 'Usage', schema: usage, side: 'output', says: 'What was used, in the order of its groups.' },
  { name: 'UsageFilter', schema: usageQuery, side: 'input', says: 'Which usage is wanted.' },
  { name: 'BatchInput', schema: batchInput, side: 'input', says: 'Many requests as one.' },
  { name: 'Batch', schema: batch, side: 'output', says: 'A batch with the states of its items.' },
  { name: 'BatchSummary', schema: batchSummary, side: 'output', says: 'A batch as lists have it.' },
  {
    name: 'WebhookDelivery',
    schema: webhookDelivery,
    side: 'output',
    says: 'One event on its way to one address, with all tries.',
  },
  { name: 'DeliveryFilter', schema: deliveriesQuery, side: 'input', says: 'Which deliveries to list.' },
  { name: 'WebhookTest', schema: webhookTest, side: 'input', says: 'Where to send a test.' },
  {
    name: 'WebhookSecret',
    schema: webhookSecret,
    side: 'output',
    says: 'What the webhooks of a workspace are signed with.',
  },
  {
    name: 'Health',
    schema: healthRoutes.getHealth.answer.schema,
    side: 'output',
    says: 'How the server is; more with a key than without.',
  },
];

/** Parts of them that have a name of their own. */
const namedParts = [
  { name: 'Check', part: "AnswerMeta['checks'][number]", says: 'One check with its figure.' },
  { name: 'JobState', part: "Job['state']", says: 'How far a job is.' },
  { name: 'ExportFormat', part: "ExportedFile['format']", says: 'A format of files.' },
];

/** What the SDK knows of the contract and the recipes, as plain types, so that whoever installs it installs neither. */
export function contractTypesSource(): string {
  return [
    '// Made by packages/client/scripts/generate-contract-types.ts from the contract. Do not edit.',
    '',
    `export const recipeNames = [${operations.map(({ name }) => `'${name}'`).join(', ')}] as const;`,
    '',
    'export type RecipeName = (typeof recipeNames)[number];',
    '',
    ...recipeTypes(),
    ...declaredTypes.flatMap(({ name, schema, side, says }) => [`/** ${says} */`, declareType(name, schema, side), '']),
    ...namedParts.flatMap(({ name, part, says }) => [`/** ${says} */`, `export type ${name} = ${part};`, '']),
  ].join('\n');
}

function recipeTypes(): string[] {
  return [
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
      ({ name, references }) =>
        `  readonly '${name}': { readonly input: ${typeNameOf(name)}Input & ${revises({ references }) ? 'RevisionOptions' : 'GenerationOptions'}; readonly output: WithVariants<${typeNameOf(name)}> };`,
    ),
    '}',
    '',
  ];
}
