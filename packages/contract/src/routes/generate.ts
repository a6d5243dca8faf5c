import { recipes, type Recipe } from '@showrunner/recipes';
import type { EnvelopeAnswer, Route, RouteBody } from '@showrunner/routes';
import { generationOptions } from '../generation-options.ts';
import { generationMeta } from '../meta.ts';

/** A route that writes, and the recipe by which it does. */
export interface GenerateRoute extends Route {
  readonly recipe: Recipe;
  readonly scope: string;
  readonly body: RouteBody;
  readonly answer: EnvelopeAnswer;
}

const EVENTS =
  'Events `start`, `progress`, `scene`, `check`, then `result` (the success envelope) or `error` (the error envelope).';

/** `POST /generate/<recipe>` for every recipe that the registry has. */
export const generateRoutes: Readonly<Record<string, GenerateRoute>> = Object.fromEntries(
  recipes.map((recipe) => [`generate${typeNameOf(recipe.name)}`, generateRoute(recipe)]),
);

function generateRoute(recipe: Recipe): GenerateRoute {
  const name = typeNameOf(recipe.name);
  return {
    recipe,
    method: 'post',
    path: `/generate/${recipe.name}`,
    tag: 'Generate',
    summary: `Generate: ${recipe.title.toLowerCase()}`,
    description: recipe.description,
    scope: `generate:${recipe.name}`,
    body: { name: `${name}Input`, schemas: [recipe.input, generationOptions], example: recipe.example },
    answer: { kind: 'envelope', name, data: recipe.output, meta: generationMeta, events: EVENTS },
    errors: [
      'VALIDATION_ERROR',
      ...(recipe.references.length > 0 ? (['NOT_FOUND'] as const) : []),
      'GENERATION_FAILED',
      'LLM_ERROR',
      'GATEWAY_TIMEOUT',
    ],
    sdk: `generate.${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  };
}

/** A recipe's name as that of a type: `thumbnail-prompt` → `ThumbnailPrompt`. */
export function typeNameOf(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
