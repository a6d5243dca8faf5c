import { mcpRoutes, referenceRoutes, routes } from '@showrunner/contract';
import { createServer } from '@showrunner/service';
import { expect, it } from 'vitest';
import { openHttpParts } from '../testing/open-http-parts.ts';
import { serveRoutes } from './build-server.ts';

it('what the server serves is what the contract lists, both ways', async () => {
  await using opened = await openHttpParts('http://127.0.0.1:9');
  const app = createServer({ logger: opened.parts.logger });
  const served: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    // Fastify adds HEAD to each GET.
    served.push(
      ...[method]
        .flat()
        .filter((name) => name !== 'HEAD')
        .map((name) => `${name} ${url}`),
    );
  });
  serveRoutes(app, opened.parts);

  const listed = Object.values({ ...routes, ...mcpRoutes, ...referenceRoutes }).map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );
  expect(served.sort()).toEqual(listed.sort());
  expect(new Set(listed).size).toBe(listed.length);
});
