import { routePattern } from './route-pattern.ts';
import routes from './routes.generated.json' with { type: 'json' };

const patterns: readonly { readonly feature: string; readonly path: RegExp }[] = Object.entries(
  routes.unserved,
).flatMap(([feature, paths]) => paths.map((path) => ({ feature, path: routePattern(path) })));

/** What a path of LiteLLM's proxy is for that this gateway does not have for now; nothing for any other path. */
export function unservedFeature(path: string): string | undefined {
  return patterns.find((one) => one.path.test(path))?.feature;
}
