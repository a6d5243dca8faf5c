import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    general_settings: {},
    model_list: [{ model_name: 'mock', litellm_params: { model: 'openai/x', mock_response: 'fine' } }],
  });
});
afterAll(() => gateway.stop());

const PATHS = [
  '/v1/models',
  '/model/info',
  '/spend/logs',
  '/metrics',
  '/health',
  '/health/readiness',
  '/health/liveliness',
];

describe('a gateway without a key', () => {
  test('answers what comes from this machine, with whatever key', async () => {
    expect((await gateway.post(ask('mock'))).status).toBe(200);
    expect((await gateway.post(ask('mock'), { origin: 'http://localhost:5173' })).status).toBe(200);
    expect(await (await fetch(`${gateway.url}/health`)).json()).toMatchObject({ healthy_count: 1 });
  });

  test.each(['https://evil.example', 'null'])('refuses pages of the origin %s on every route', async (origin) => {
    const refused = await gateway.post(ask('mock'), { origin });
    expect([refused.status, await refused.json()]).toEqual([
      403,
      { error: { message: expect.stringContaining('a web page'), type: 'auth_error', param: 'None', code: '403' } },
    ]);
    for (const path of PATHS) {
      expect([path, (await fetch(gateway.url + path, { headers: { origin } })).status]).toEqual([path, 403]);
    }
  });

  test('refuses a name that was made to point at this machine', async () => {
    const body = JSON.stringify(ask('mock'));
    const type = `Content-Type: application/json\r\nContent-Length: ${body.length}`;
    expect(await statusFor('GET /v1/models', 'evil.example:4000')).toBe(403);
    expect(await statusFor('POST /v1/chat/completions', 'evil.example:4000', `${type}\r\n\r\n${body}`)).toBe(403);
    expect(await statusFor('POST /v1/chat/completions?a', 'evil.example:4000', `${type}\r\n\r\n${body}`)).toBe(403);
    expect(await statusFor('POST /v1/chat/completions', 'LOCALHOST:4000', `${type}\r\n\r\n${body}`)).toBe(200);
  });
});

/** @param rest further fields, and the body behind an empty line */
async function statusFor(line: string, host: string, rest = '\r\n'): Promise<number> {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${rest}`);
  return Number((await text(socket)).slice('HTTP/1.1 '.length, 12));
}
