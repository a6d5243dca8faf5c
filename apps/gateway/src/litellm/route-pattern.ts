/** The paths of a route of LiteLLM's: `{id}` is one part of a path, `{rest:path}` and a star at the end any number. */
export function routePattern(path: string): RegExp {
  const pattern = path
    .split(/(\{[^}]+\}|\*$)/)
    .map((part) => {
      if (part === '*') return '.*';
      if (!part.startsWith('{')) return RegExp.escape(part);
      return part.endsWith(':path}') ? '.+' : '[^/]+';
    })
    .join('');
  return new RegExp(`^${pattern}/?$`);
}
