import { recipeNames } from './contract-types.generated.ts';
import type { RecipeName, RecipeTypes } from './contract-types.generated.ts';
import type { CallOptions, Transport } from './transport.ts';
import type { Answer } from './types.ts';

/** `script`, `thumbnailPrompt`, `metadata`, …: one method for each recipe that the API has. */
export type Generate = {
  readonly [Name in RecipeName as CamelCase<Name>]: (
    input: RecipeTypes[Name]['input'],
    options?: CallOptions,
  ) => Promise<Answer<RecipeTypes[Name]['output']>>;
};

type CamelCase<Name extends string> = Name extends `${infer Head}${'-' | '.'}${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

export function createGenerate(transport: Transport): Generate {
  const methods = recipeNames.map((name) => [
    camelCase(name),
    (input: object, options: CallOptions = {}) =>
      transport.read('POST', `/generate/${name.replaceAll('.', '/')}`, {
        ...options,
        body: { ...input, stream: false },
      }),
  ]);
  return Object.fromEntries(methods) as Generate;
}

function camelCase(name: string): string {
  return name.replace(/[-.](\w)/g, (_match, letter: string) => letter.toUpperCase());
}
