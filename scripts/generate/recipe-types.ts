import { recipeTypesFile, recipeTypesSource } from '../../packages/client/scripts/generate-recipe-types.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The client's types of what the recipes take and give. */
export const recipeTypes: GeneratedFile = {
  path: recipeTypesFile,
  generator: 'packages/client/scripts/generate-recipe-types.ts',
  content: () => recipeTypesSource(),
};
