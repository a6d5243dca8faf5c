export {
  ask,
  type Ask,
  type Finding,
  type Recipe,
  type RecipeContext,
  type RecipeEvent,
  type Writing,
} from './recipe.ts';
