import { generationMeta, generationOptions, job, jobsQuery, typeNameOf } from '@showrunner/contract';
import { operations } from '@showrunner/recipes';
import { z } from 'zod';
import { jsonSchemaToType } from './json-schema-to-type.ts';
import type { JsonSchema } from './json-schema-to-type.ts';

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
    `export type GenerationOptions = ${typeText(generationOptions, 'input')};`,
    '',
    ...operations.flatMap(({ name, description, input, output }) => [
      `/** ${description} */`,
      `export type ${typeNameOf(name)}Input = ${typeText(input, 'input')};`,
      '',
      `export type ${typeNameOf(name)} = ${typeText(output, 'output')};`,
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
    `export type AnswerMeta = ${typeText(generationMeta, 'output')};`,
    '',
    '/** One check with its figure. */',
    "export type Check = AnswerMeta['checks'][number];",
    '',
    '/** A piece of work and what came of it; plain answers are kept as jobs too. */',
    `export type Job = ${typeText(job, 'output')};`,
    '',
    "export type JobState = Job['state'];",
    '',
    '/** Which jobs to list. */',
    `export type JobFilter = ${typeText(jobsQuery, 'input')};`,
    '',
  ].join('\n');
}

function typeText(schema: z.ZodType, io: 'input' | 'output'): string {
  return jsonSchemaToType(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema);
}
