import type { FastifyInstance } from 'fastify';

interface Route {
  readonly segments: readonly string[];
  readonly methods: Set<string>;
}

/**
 * Keeps the routes that are added from here on, and tells which methods a path has: Fastify itself answers only for a
 * path as it was declared (`/jobs/:id`), not for one as it was asked for (`/jobs/job_1`).
 */
export function collectRoutes(app: FastifyInstance): (path: string) => readonly string[] {
  const routes = new Map<string, Route>();
  app.addHook('onRoute', ({ url, method }) => {
    const route = routes.get(url) ?? { segments: url.split('/'), methods: new Set<string>() };
    for (const name of typeof method === 'string' ? [method] : method) route.methods.add(name);
    routes.set(url, route);
  });
  return (path) => {
    const segments = path.split('/');
    const matching = [...routes.values()].filter((route) => isMatch(route.segments, segments));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  };
}

function isMatch(pattern: readonly string[], path: readonly string[]): boolean {
  const wildcard = pattern.indexOf('*');
  // A wildcard takes every path below it, and a route for everything says nothing about the methods of one path.
  if (wildcard !== -1)
    return wildcard > 1 && pattern.slice(0, wildcard).every((segment, index) => segmentMatches(segment, path[index]));
  return pattern.length === path.length && pattern.every((segment, index) => segmentMatches(segment, path[index]));
}

function segmentMatches(pattern: string, segment: string | undefined): boolean {
  return pattern.startsWith(':') ? segment !== undefined && segment !== '' : pattern === segment;
}
