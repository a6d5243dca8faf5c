import { connect } from 'node:net';
import { fillPath, pathsOf } from '@showrunner/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpointPaths } from '../http/endpoints.ts';
import { managementRoutes } from '../manage/serve-management.ts';
import { ask, MASTER_KEY, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const model = { model_name: 'mock', litellm_params: { model: 'openai/x', mock_response: 'fine' } };
const body = JSON.stringify(ask('mock'));

let open: StartedGateway;
let keyed: StartedGateway;
let host: string;
beforeAll(async () => {
  [open, keyed] = await Promise.all([
    startGateway({ model_list: [model], general_settings: {} }, { ALLOWED_HOSTS: 'studio.example' }),
    startGateway({ model_list: [model] }),
  ]);
  ({ host } = new URL(open.url));
});
afterAll(() => Promise.all([open.stop(), keyed.stop()]));

/** Sends bytes as no client would, keeping the connection as the fast path wants it, and gives the whole answer. */
async function send(gateway: StartedGateway, head: readonly string[], content = ''): Promise<string> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${head.join('\r\n')}\r\n\r\n${content}`);
  let answer = '';
  for await (const bytes of socket) {
    answer += String(bytes);
    if (isWhole(answer)) break;
  }
  return answer;
}

function isWhole(answer: string): boolean {
  const [head = '', content] = answer.split('\r\n\r\n', 2);
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  return content !== undefined && length !== undefined && Buffer.byteLength(content) >= Number(length);
}

const chat = (fields: readonly string[], path = '/v1/chat/completions'): string[] => [
  `POST ${path} HTTP/1.1`,
  ...fields,
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
];

const foreign: [string, readonly string[]][] = [
  ['a name that was made to point here', ['Host: evil.example:4000']],
  ['no name', ['Host:']],
  ['another site’s page', ['Host: localhost:4000', 'Origin: https://evil.example']],
  ['a page of another port', ['Host: localhost:4000', 'Origin: http://localhost:3000']],
  ['a page without an origin', ['Host: localhost:4000', 'Origin: null']],
  ['a link on another site', ['Host: localhost:4000', 'Sec-Fetch-Site: cross-site']],
  ['a page that asks to change protocols', ['Host: evil.example', 'Connection: Upgrade', 'Upgrade: websocket']],
];

/** Methods with paths of all that the gateway serves by itself, and what it does not serve. */
const lines = [
  ...Object.values(managementRoutes).flatMap((route) =>
    pathsOf(route).map((path) => `${route.method.toUpperCase()} ${fillPath(path, () => 'any')}`),
  ),
  'OPTIONS /v1/models',
  'GET /nowhere',
];
/** LiteLLM's shape, and Anthropic's where its clients ask. */
const REFUSED =
  /"type":"auth_error","param":"None","code":"403"|\{"type":"error","error":\{"type":"permission_error"|"status":"PERMISSION_DENIED"/;
const callPaths = endpointPaths.flatMap((path) => [path, `${path}?a=b`]);

describe('without a key, to', () => {
  test.each(foreign)('%s every route is closed, in the shape that its clients read', async (_, fields) => {
    for (const line of lines) expect(await send(open, [`${line} HTTP/1.1`, ...fields])).toMatch(/^HTTP\/1.1 403 /);
    for (const path of callPaths) {
      const answer = await send(open, chat(fields, path), body);
      expect(answer).toMatch(/^HTTP\/1.1 403 /);
      expect(answer).toMatch(REFUSED);
      expect(answer).not.toContain('fine');
    }
  });

  test.each([
    ['a client on this machine', () => [`Host: ${host}`]],
    ['a name with its dot', () => ['Host: LOCALHOST.:4000']],
    ['the IPv6 address', () => ['Host: [::1]:4000']],
    ['a host that is allowed', () => ['Host: studio.example', 'Origin: https://studio.example']],
    ['its own page', () => [`Host: ${host}`, `Origin: http://${host}`, 'Sec-Fetch-Site: same-origin']],
  ])('%s it is open', async (_, fields) => {
    expect(await send(open, chat(fields()), body)).toContain('"content":"fine"');
    expect(await send(open, ['GET /health/liveliness HTTP/1.1', ...fields()])).toMatch(/^HTTP\/1.1 200 /);
  });

  test('whoever is on this machine the key does not matter, and nothing is kept back', async () => {
    expect((await open.post(ask('mock'))).status).toBe(200);
    expect(await (await fetch(`${open.url}/health`)).json()).toMatchObject({ healthy_count: 1 });
  });

  test('older ways of asking it is as closed', async () => {
    expect(await send(open, ['GET /v1/models HTTP/1.0'])).toMatch(/^HTTP\/1.1 200 /);
    expect(await send(open, ['GET /v1/models HTTP/1.0', 'Host: evil.example'])).toMatch(/^HTTP\/1.1 403 /);
    expect(await send(open, ['GET http://evil.example/v1/models HTTP/1.1', `Host: ${host}`])).toMatch(
      /^HTTP\/1.1 403 /,
    );
    expect(await send(open, chat([`Host: ${host}`], 'http://evil.example/v1/chat/completions'), body)).toMatch(
      /^HTTP\/1.1 403 /,
    );
  });
});

test.each(foreign)('with a key nothing changes for %s', async (_, fields) => {
  expect(await send(keyed, ['GET /health/liveliness HTTP/1.1', ...fields])).toMatch(/^HTTP\/1.1 200 /);
  expect(await send(keyed, chat(fields), body)).toMatch(/^HTTP\/1.1 401 /);
  const answer = await send(keyed, chat([...fields, `Authorization: Bearer ${MASTER_KEY}`]), body);
  expect(answer).toContain('"content":"fine"');
});
