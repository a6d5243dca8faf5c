import { generateRoutesOf } from '@showrunner/contract';
import { createServer, implement } from '@showrunner/service';
import { openAiCompletion, startScriptedUpstream, type RecordedRequest } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { listKind } from '../../testing/list-kind.ts';
import { openHttpParts } from '../../testing/open-http-parts.ts';
import type { Envelope } from '../../testing/start-api.ts';
import { generateHandlers } from './generate-handlers.ts';
import { acceptJsonBodies } from '../body/json-body.ts';
import { routePorts } from '../route-ports.ts';

const routes = generateRoutesOf(listKind.operations);

test('a kind’s operations have their routes by their names, with scope, SDK method and types', () => {
  expect(routes).toMatchObject({
    generateList: { path: '/generate/list', scope: 'generate:list', sdk: 'generate.list' },
    reviseList: { path: '/generate/list/revise', scope: 'generate:list.revise', sdk: 'generate.listRevise' },
  });
  expect(routes.reviseList?.body.name).toBe('ListReviseInput');
});

test('what either operation made is revised by its id, each kept under its own name', async () => {
  await using upstream = await startScriptedUpstream(({ path, body }: RecordedRequest) => {
    if (path === '/model/info') return { json: { data: [{ model_name: 'default' }] } };
    const isWhole = JSON.stringify(body).includes('json_schema');
    return { json: openAiCompletion({ text: isWhole ? '{"lines":["a a","b b","c c"]}' : 'shorter' }) };
  });
  await using opened = await openHttpParts(upstream.url);
  const app = createServer({ logger: opened.parts.logger, bodyLimit: 10_000, errors: { production: true } });
  acceptJsonBodies(app);
  implement(app, routes, generateHandlers(routes, opened.parts), routePorts(opened.parts.admission));
  const post = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, payload })).json<Envelope>();

  const made = await post('/generate/list', { topic: 'coffee' });
  expect(made.data).toMatchObject({ lines: ['a a', 'b b', 'c c'] });
  const revised = await post('/generate/list/revise', { list_id: made.data.id, instruction: 'Shorter.' });
  expect(revised.data).toMatchObject({ lines: ['shorter', 'shorter', 'shorter'] });
  expect([made.meta.recipe, revised.meta.recipe]).toEqual(['list', 'list.revise']);
  const again = await post('/generate/list/revise', { list_id: revised.data.id, instruction: 'Shorter still.' });
  expect(again.data).toMatchObject({ lines: ['shorter', 'shorter', 'shorter'] });
  expect(upstream.requests.filter(({ path }) => path !== '/model/info')).toHaveLength(7);
  await app.close();
});
