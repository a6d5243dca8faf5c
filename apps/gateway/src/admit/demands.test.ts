import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, MASTER_KEY, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const model = { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } };
let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    model_list: [model],
    general_settings: {
      master_key: MASTER_KEY,
      enforce_user_param: true,
      enforced_params: ['metadata.generation_name', 'temperature'],
      reject_clientside_metadata_tags: true,
      max_request_size_mb: 0.01,
    },
  });
});
afterAll(() => gateway?.stop());

const whole = { user: 'u', temperature: 1, metadata: { generation_name: '見出し' } };

test.each([
  ['everything that is demanded', whole, 200, null],
  ['no user', { ...whole, user: undefined }, 400, 'user'],
  ['no metadata', { ...whole, metadata: undefined }, 400, 'metadata'],
  ['metadata without what is demanded within', { ...whole, metadata: { name: 'x' } }, 400, 'metadata.generation_name'],
  ['a member that is not there', { ...whole, temperature: undefined }, 400, 'temperature'],
  ['tags', { ...whole, metadata: { ...whole.metadata, tags: ['free'] } }, 400, 'metadata.tags'],
  ['tags of its own', { ...whole, tags: ['free'] }, 400, 'metadata.tags'],
  ['a body that is too long', { ...whole, user: 'ü'.repeat(6_000) }, 413, 'content-length'],
])('a request with %s', async (_, members, status, param) => {
  const answer = await gateway.post(ask('m', members));
  const { error } = (await answer.json()) as { error?: { param: string; code: string } };
  expect([answer.status, error?.param ?? null]).toEqual([status, param]);
});

test('a body that announces too much is refused before it comes', async () => {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${MASTER_KEY}\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n{"model":`,
  );
  const answer = Buffer.concat(await Array.fromAsync(socket)).toString();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('Request size is too large. Request size is 8.58');
});
