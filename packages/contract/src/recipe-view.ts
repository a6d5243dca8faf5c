import { bodySchemaOf, schemaOf } from '@showrunner/routes';
import type { RecipeView } from './catalogue.ts';
import type { GenerateRoute } from './routes/generate.ts';

/** What can be asked for at a route that writes, as `GET /recipes` tells it. */
export function recipeView({ operation, path, body }: GenerateRoute): RecipeView {
  const { name, title, description, version, promptVersion, example, output } = operation;
  return {
    name,
    title,
    description,
    version,
    prompt_version: promptVersion,
    path,
    example,
    input: bodySchemaOf(body),
    output: schemaOf(output, 'output'),
  };
}
