import { generationOptions, typeNameOf } from '@showrunner/contract';
import { recipes } from '@showrunner/recipes';
import { z } from 'zod';
import { jsonSchemaToType } from './json-schema-to-type.ts';
import type { JsonSchema } from './json-schema-to-type.ts';

/** Where the source below lies, from the checkout's root. */
export const recipeTypesFile = 'packages/client/src/recipe-types.generated.ts';

/** What the SDK knows about the recipes: their names, inputs and outputs as plain types, so that it depends on none. */
export function recipeTypesSource(): string {
  return [
    '// Made by packages/client/scripts/generate-recipe-types.ts from the registry of recipes. Do not edit.',
    '',
    `export const recipeNames = [${recipes.map(({ name }) => `'${name}'`).join(', ')}] as const;`,
    '',
    'export type RecipeName = (typeof recipeNames)[number];',
    '',
    '/** What every recipe takes beside its own input. */',
    `export type GenerationOptions = ${typeText(generationOptions, 'input')};`,
    '',
    ...recipes.flatMap(({ name, description, input, output }) => [
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
    ...recipes.map(
      ({ name }) =>
        `  readonly '${name}': { readonly input: ${typeNameOf(name)}Input & GenerationOptions; readonly output: WithVariants<${typeNameOf(name)}> };`,
    ),
    '}',
    '',
  ].join('\n');
}

function typeText(schema: z.ZodType, io: 'input' | 'output'): string {
  return jsonSchemaToType(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema);
}
