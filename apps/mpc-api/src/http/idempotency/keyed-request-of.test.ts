import fastify from 'fastify';
import { expect, test } from 'vitest';
import { administrator } from '../../admit/administrator.ts';
import { keyedRequestOf } from './keyed-request-of.ts';

test('one path is one request, however it is spelt, and another path another one', async () => {
  const app = fastify();
  app.post('/jobs/:id/retry', async (request) => keyedRequestOf({ request, caller: administrator }, {})?.id);
  const idOf = async (url: string) =>
    (await app.inject({ method: 'POST', url, headers: { 'idempotency-key': 'one' } })).body;
  const plain = await idOf('/jobs/job_%C3%A41/retry');
  expect(await idOf('/jobs/%6Aob_%c3%a41/%72etry?wait=1')).toBe(plain);
  expect(await idOf('/jobs/job_2/retry')).not.toBe(plain);
  await app.close();
});
