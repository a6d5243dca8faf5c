import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { recipe, servedModel } from '../catalogue.ts';

const read = { method: 'get', tag: 'Catalogue', scope: 'any' } as const;

/** What there is to ask for, and who answers. */
export const catalogueRoutes = {
  listRecipes: {
    ...read,
    path: '/recipes',
    summary: 'List what can be asked for, with the JSON Schemas of bodies and results',
    answer: { kind: 'envelope', name: 'Recipes', data: z.array(recipe) },
    errors: [],
    sdk: 'recipes',
  },
  listModels: {
    ...read,
    path: '/models',
    summary: 'List the models that write, with prices and limits where they are known',
    answer: { kind: 'envelope', name: 'Models', data: z.array(servedModel) },
    errors: ['LLM_ERROR', 'GATEWAY_TIMEOUT'],
    sdk: 'models',
  },
} as const satisfies RouteTable;
