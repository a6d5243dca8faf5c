import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, MASTER_KEY, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const STUDIO = 'https://studio.example';
const EVIL = 'https://evil.example';
const config = { model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } }] };

let usual: StartedGateway;
let named: StartedGateway;
let keyless: StartedGateway;
let keylessNamed: StartedGateway;
beforeAll(async () => {
  const env = { LITELLM_CORS_ORIGINS: `${STUDIO}, http://localhost:5173` };
  const open = { ...config, general_settings: {} };
  [usual, named, keyless, keylessNamed] = await Promise.all([
    startGateway(config),
    startGateway(config, env),
    startGateway(open),
    startGateway(open, env),
  ]);
});
afterAll(() => Promise.all([usual, named, keyless, keylessNamed].map((gateway) => gateway.stop())));

interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** As a browser does for a page, which `fetch` here may not: `line` is the method and the path. */
async function send(gateway: StartedGateway, line: string, headers: object, body = ''): Promise<Told> {
  const [method = '', path = ''] = line.split(' ');
  const sent = request(gateway.url + path, { method, headers: { ...headers }, agent: false });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

const preflight = (gateway: StartedGateway, origin: string, path = '/v1/chat/completions'): Promise<Told> =>
  send(gateway, `OPTIONS ${path}`, {
    origin,
    'sec-fetch-site': 'cross-site',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type,x-stainless-os',
  });

const chat = (gateway: StartedGateway, origin: string, members: object = {}): Promise<Told> => {
  const body = JSON.stringify(ask('m', members));
  const own = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const headers = { origin, 'sec-fetch-site': 'cross-site', authorization: `Bearer ${MASTER_KEY}`, ...own };
  return send(gateway, 'POST /v1/chat/completions', headers, body);
};

const allowed = ({ headers }: Told): unknown => headers['access-control-allow-origin'];

test('any page may ask a gateway with a key, as with LiteLLM', async () => {
  for (const path of ['/v1/chat/completions', '/v1/embeddings', '/v1/models', '/no/such/path']) {
    expect(await preflight(usual, EVIL, path)).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': expect.stringContaining('POST'),
        'access-control-allow-headers': 'authorization,content-type,x-stainless-os',
      },
    });
  }
  const answer = await chat(usual, EVIL);
  expect([answer.status, allowed(answer)]).toEqual([200, '*']);
  expect(answer.headers['access-control-expose-headers']).toContain('x-litellm-call-id');
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  expect(allowed(await chat(usual, EVIL, { stream: true }))).toBe('*');
  expect(allowed(await chat(usual, EVIL, { messages: [] }))).toBe('*');
  const models = await send(usual, 'GET /v1/models', { origin: EVIL });
  expect([models.status, allowed(models)]).toEqual([401, '*']);
});

test('who is no browser is told nothing', async () => {
  const answer = await usual.post(ask('m'));
  expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('where origins are named, their pages alone may read, with credentials', async () => {
  const answer = await chat(named, STUDIO);
  expect(answer).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': STUDIO, 'access-control-allow-credentials': 'true', vary: 'Origin' },
  });
  expect((await preflight(named, 'http://localhost:5173')).status).toBe(204);
  for (const origin of [EVIL, 'null', 'http://studio.example']) {
    expect(allowed(await preflight(named, origin))).toBeUndefined();
    expect(allowed(await chat(named, origin))).toBeUndefined();
  }
});

test('without a key nothing is open to pages of other sites, unless they are named', async () => {
  for (const told of [await preflight(keyless, EVIL), await chat(keyless, EVIL), await preflight(keylessNamed, EVIL)]) {
    expect([told.status, allowed(told)]).toEqual([403, undefined]);
  }
  expect(await chat(keylessNamed, STUDIO)).toMatchObject({
    status: 200,
    headers: { 'access-control-allow-origin': STUDIO },
  });
  const rebound = await send(keylessNamed, 'GET /v1/models', { host: 'evil.example:4000', origin: STUDIO });
  expect(rebound.status).toBe(403);
});
