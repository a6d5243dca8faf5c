import { ErrorTypes } from '@showrunner/errors';
import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, it } from 'vitest';
import { openHttpParts } from '../testing/open-http-parts.ts';
import { eventsOf } from '../testing/start-api.ts';
import { buildServer } from './build-server.ts';

it('an answer that is not ready when the server can wait no longer ends in an error that may be tried again', async () => {
  await using upstream = await startScriptedUpstream(({ path }) =>
    path === '/model/info' ? { json: { data: [{ model_name: 'default' }] } } : { hang: true },
  );
  await using opened = await openHttpParts(upstream.url);
  const app = buildServer(opened.parts);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });

  const ask = (stream: boolean) =>
    fetch(`${url}/generate/script`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: `tea ${stream}`, stream }),
    });
  const [streamed, plain] = [ask(true), ask(false)];
  await expect.poll(() => upstream.requests.length).toBe(3);
  opened.stop(ErrorTypes.SERVICE_UNAVAILABLE('The server is stopping.'));

  const error = { code: 'SERVICE_UNAVAILABLE', message: 'The server is stopping.' };
  expect((await eventsOf(await streamed)).at(-1)).toMatchObject({ event: 'failed', data: { error } });
  expect((await plain).status).toBe(503);
  expect(await (await plain).json()).toMatchObject({ error });
  await expect.poll(() => upstream.requests.slice(1).map(({ aborted }) => aborted)).toEqual([true, true]);
  await app.close();
});
