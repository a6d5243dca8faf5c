import { createHealth, createLogger, createMetrics } from '@showrunner/service';
import { ErrorTypes } from '@showrunner/errors';
import { openSharedState } from '@showrunner/store';
import { startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { expect, it } from 'vitest';
import { createAdmission } from '../admit/admit.ts';
import { createGeneration } from '../answers/answer.ts';
import { createGatewayClient } from '../gateway/gateway-client.ts';
import { createGenerationMetrics } from '../answers/generation-metrics.ts';
import { createModelCatalogue } from '../gateway/model-catalogue.ts';
import { createModelLimits } from '../gateway/model-limits.ts';
import { createResultCache } from '../answers/result-cache.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { eventsOf } from '../testing/start-api.ts';
import { buildServer } from './build-server.ts';

it('an answer that is not ready when the server can wait no longer ends in an error that may be tried again', async () => {
  const upstream = await startScriptedUpstream(({ path }) =>
    path === '/model/info' ? { json: { data: [{ model_name: 'default' }] } } : { hang: true },
  );
  const gateway = createGatewayClient({ baseUrl: upstream.url });
  const logger = createLogger({ service: 'test', level: 'fatal', sink: { write: () => undefined } });
  const metrics = createMetrics();
  await using folder = await temporaryFolder();
  const jobs = await openJobs({ databaseUrl: undefined, dataFolder: folder.path, retentionDays: 1, logger });
  const stopping = new AbortController();
  const app = buildServer({
    logger,
    health: createHealth(),
    metrics,
    jobs: jobs.store,
    admission: createAdmission(undefined),
    bodyLimit: 10_000,
    isProduction: true,
    stopping: stopping.signal,
    generation: createGeneration({
      gateway,
      catalogue: createModelCatalogue(gateway),
      limits: createModelLimits(),
      preset: { strategy: 'auto' },
      cache: createResultCache(await openSharedState()),
      jobs: jobs.store,
      results: jobs.store,
      metrics: createGenerationMetrics(metrics),
    }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = (stream: boolean) =>
    fetch(`${url}/generate/script`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: `tea ${stream}`, stream }),
    });
  const [streamed, plain] = [ask(true), ask(false)];
  await expect.poll(() => upstream.requests.length).toBe(3);
  stopping.abort(ErrorTypes.SERVICE_UNAVAILABLE('The server is stopping.'));

  const error = { code: 'SERVICE_UNAVAILABLE', message: 'The server is stopping.' };
  expect((await eventsOf(await streamed)).at(-1)).toMatchObject({ event: 'error', data: { error } });
  expect((await plain).status).toBe(503);
  expect(await (await plain).json()).toMatchObject({ error });
  await expect.poll(() => upstream.requests.slice(1).map(({ aborted }) => aborted)).toEqual([true, true]);

  await app.close();
  await Promise.all([jobs.dispose(), gateway.close(), upstream.close()]);
});
