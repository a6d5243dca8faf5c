import { createHealth, createLogger, createMetrics, createServer } from '@showrunner/service';
import { fillPath, pathsOf } from '@showrunner/routes';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, it } from 'vitest';
import { Gateway } from '../serving/gateway.ts';
import { managementRoutes, serveManagement } from './serve-management.ts';

it('what the gateway answers by itself is what its tables list, both ways', async () => {
  await using folder = await temporaryFolder();
  const sink = { write: () => undefined };
  const logger = createLogger({ service: 'test', level: 'fatal', sink });
  const metrics = createMetrics();
  const gateway = await Gateway.open({
    from: { settings: { model_list: [{ model_name: 'm', litellm_params: { model: 'openai/m', api_key: 'sk-m' } }] } },
    environment: {},
    isStrict: true,
    databaseUrl: undefined,
    dataFolder: folder.path,
    host: '127.0.0.1',
    logger,
    metrics,
    lines: sink,
  });
  const app = createServer({ logger });
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
  serveManagement(app, gateway, { health: createHealth(), metrics, probe: async () => {} });

  const listed = Object.values(managementRoutes).flatMap((route) =>
    pathsOf(route).map(
      (path) =>
        `${route.method.toUpperCase()} ${fillPath(path, (name, takesSlashes) => (takesSlashes ? '*' : `:${name}`))}`,
    ),
  );
  expect(served.sort()).toEqual(listed.sort());
  expect(new Set(listed).size).toBe(listed.length);
  await gateway.dispose();
});
