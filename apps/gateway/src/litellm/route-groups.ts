import routes from './routes.generated.json' with { type: 'json' };
import { routePattern } from './route-pattern.ts';

const groups = new Map<string, readonly RegExp[]>(
  Object.entries(routes.groups).map(([name, paths]) => [name, paths.map(routePattern)]),
);

/** Whether this is one of LiteLLM's names for many routes: `llm_api_routes`, `management_routes`. */
export function isRouteGroup(name: string): boolean {
  return groups.has(name);
}

/** Whether a path is of one of the routes behind such a name. */
export function isOfRouteGroup(path: string, name: string): boolean {
  return groups.get(name)?.some((pattern) => pattern.test(path)) ?? false;
}
