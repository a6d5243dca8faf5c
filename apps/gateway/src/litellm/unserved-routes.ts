import routes from './routes.generated.json' with { type: 'json' };

const patterns: readonly { readonly feature: string; readonly path: RegExp }[] = Object.entries(
  routes.unserved,
).flatMap(([feature, paths]) => paths.map((path) => ({ feature, path: patternOf(path) })));

/** What a path of LiteLLM's proxy is for that this gateway does not have for now; nothing for any other path. */
export function unservedFeature(path: string): string | undefined {
  return patterns.find((one) => one.path.test(path))?.feature;
}

/** `{id}` is one part of a path, `{rest:path}` any number. */
function patternOf(path: string): RegExp {
  const pattern = path
    .split(/(\{[^}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return RegExp.escape(part);
      return part.endsWith(':path}') ? '.+' : '[^/]+';
    })
    .join('');
  return new RegExp(`^${pattern}/?$`);
}
