import { createVerify, generateKeyPairSync } from 'node:crypto';
import { anthropicEvents, anthropicMessage, startScriptedUpstream, type Behaviour } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { ask, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const question = { model: 'm', max_tokens: 100, messages: [{ role: 'user' as const, content: 'Grüße' }] };

/** Who gives out tokens, and Vertex, at one address. */
async function startGoogle(
  answers: readonly Behaviour[],
  token: Behaviour = { json: { access_token: 'ya29.test', expires_in: 3600 } },
) {
  let next = 0;
  return startScriptedUpstream(({ path }) => {
    if (path === '/token') return token;
    return answers[next++] ?? { status: 500, json: {} };
  });
}

async function start(url: string, params: object = {}): Promise<StartedGateway> {
  const credentials = {
    type: 'service_account',
    project_id: 'my-project',
    // Tokens are kept by whose they are.
    client_email: `writer@${new URL(url).port}.iam.gserviceaccount.com`,
    private_key_id: 'k1',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: `${url}/token`,
  };
  const litellm_params = {
    model: 'vertex_ai/claude-sonnet-4-5@20250929',
    api_base: url,
    vertex_location: 'europe-west1',
    vertex_credentials: JSON.stringify(credentials),
    ...params,
  };
  return startGateway({ model_list: [{ model_name: 'm', litellm_params }], router_settings: { num_retries: 0 } });
}

function statementOf(form: string): { claims: Record<string, unknown>; isSigned: boolean } {
  const [head = '', claims = '', signature = ''] = (new URLSearchParams(form).get('assertion') ?? '').split('.');
  return {
    claims: JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>,
    isSigned: createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(publicKey, signature, 'base64url'),
  };
}

test('Claude at Vertex is asked as a service account, over both wires, with one token', async () => {
  const answer = { json: anthropicMessage({ text: 'Hallo' }) };
  await using google = await startGoogle([answer, answer, { sse: anthropicEvents('Hallo') }]);
  await using gateway = await start(google.url);
  const message = await gateway.anthropic.messages.create(question);
  expect(message).toMatchObject({ model: 'm', content: [{ type: 'text', text: 'Hallo' }] });
  const completion = await gateway.openai.chat.completions.create(ask('m'));
  expect(completion.choices[0]?.message.content).toBe('Hallo');
  const streamed = await gateway.anthropic.messages.stream(question).finalMessage();
  expect(streamed.content).toMatchObject([{ text: 'Hallo' }]);

  const [token, plain, , stream] = google.requests;
  expect(google.requests.filter(({ path }) => path === '/token')).toHaveLength(1);
  const { claims, isSigned } = statementOf(token?.bytes.toString() ?? '');
  expect(isSigned).toBe(true);
  expect(claims).toMatchObject({ aud: `${google.url}/token`, scope: 'https://www.googleapis.com/auth/cloud-platform' });
  const models = '/v1/projects/my-project/locations/europe-west1/publishers/anthropic/models';
  expect(plain?.path).toBe(`${models}/${encodeURIComponent('claude-sonnet-4-5@20250929')}:rawPredict`);
  expect(plain?.headers.authorization).toBe('Bearer ya29.test');
  expect(plain?.body).toEqual({ max_tokens: 100, messages: question.messages, anthropic_version: 'vertex-2023-10-16' });
  expect(stream?.path).toMatch(/:streamRawPredict$/);
  expect(stream?.body).toMatchObject({ stream: true });
});

test('tokens are counted by Vertex', async () => {
  await using google = await startGoogle([{ json: { input_tokens: 7 } }]);
  await using gateway = await start(google.url, { vertex_project: 'other' });
  expect(await gateway.anthropic.messages.countTokens(question)).toMatchObject({ input_tokens: 7 });
  expect(google.requests[1]).toMatchObject({
    path: '/v1/projects/other/locations/europe-west1/publishers/anthropic/models/count-tokens:rawPredict',
    body: { model: 'claude-sonnet-4-5@20250929', messages: question.messages },
  });
});

test('credentials that Google refuses, and those that are none, are an error that names no secret', async () => {
  await using google = await startGoogle([], {
    status: 400,
    json: { error: 'invalid_grant', error_description: 'Invalid JWT' },
  });
  await using refused = await start(google.url);
  await expect(refused.anthropic.messages.create(question)).rejects.toThrow(/401.*Invalid JWT/);
  await using none = await start(google.url, { vertex_credentials: '{"type":"external_account"}' });
  await expect(none.anthropic.messages.create(question)).rejects.toThrow(/401.*external_account/);
});
