import type { Caller } from '@showrunner/access';
import { generateRoutes, recipeView, type catalogueRoutes, type RecipeView } from '@showrunner/contract';
import type { Handlers } from '@showrunner/service';
import type { Generation } from '../answers/answer.ts';

/** How long a caller waits for the gateway's list of models. */
const WAIT_MS = 10_000;

/** What there is to ask for, and who answers. */
export function catalogueHandlers(generation: Pick<Generation, 'models'>): Handlers<typeof catalogueRoutes, Caller> {
  // They are 55 KB of JSON, which not every process is asked for.
  let recipes: RecipeView[] | undefined;
  return {
    listRecipes() {
      recipes ??= Object.values(generateRoutes).map(recipeView);
      return { data: recipes, message: 'What can be asked for.' };
    },
    async listModels() {
      const models = await generation.models(AbortSignal.timeout(WAIT_MS));
      return { data: [...models], message: 'The models that write.' };
    },
  };
}
