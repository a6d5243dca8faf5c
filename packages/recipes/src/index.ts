export {
  ask,
  type Ask,
  type Finding,
  type Recipe,
  type RecipeContext,
  type RecipeEvent,
  type Reference,
  type Writing,
} from './recipe.ts';
export { memberNames, readInput, type ReadInput } from './read-input.ts';
export { recipes } from './registry.ts';
export { refusalIn } from './text/refusal.ts';
