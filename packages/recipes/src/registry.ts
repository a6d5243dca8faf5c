import type { Recipe } from './recipe.ts';
import { metadataRecipe } from './metadata/recipe.ts';
import { scriptRecipe } from './script/recipe.ts';
import { thumbnailRecipe } from './thumbnail-prompt/recipe.ts';

/** Every kind of content, in the order in which they are listed. To add one, add a folder and its line here. */
export const recipes: readonly Recipe[] = [scriptRecipe, thumbnailRecipe, metadataRecipe];
