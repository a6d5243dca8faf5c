import { startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { chatCall, encodeCall } from '../conformance/chat/chat-call.ts';
import { operationOf } from '../spec/operation-of.ts';
import { chatOfModel } from '../spec/chat-of-model.ts';
import type { HttpProviderAdapter } from '../spec/adapter.ts';
import type { ProviderSettings } from '../spec/call.ts';
import type { ChatRequest } from '../spec/operations/chat.ts';
import { providers } from '../registry.generated.ts';

function adapterOf(name: string): HttpProviderAdapter {
  const found = providers.find((one) => one.name === name);
  if (found?.transport !== 'http') throw new Error(`there is no ${name}`);
  return found;
}

function sent(name: string, model: string, settings: ProviderSettings, request: Partial<ChatRequest> = {}) {
  const chat = chatOfModel(operationOf(adapterOf(name), 'chat'), model);
  return encodeCall(chat, request, { model, settings });
}

function refusal(name: string, settings: ProviderSettings): unknown {
  try {
    return sent(name, 'm', settings);
  } catch (error) {
    return error;
  }
}

const account = (account_id: string): ProviderSettings => ({ apiKey: 'k', options: { account_id } });

test.each<[vendor: string, model: string, settings: ProviderSettings, url: string]>([
  [
    'heroku',
    'claude-4-sonnet',
    { apiBase: 'https://us.inference.heroku.com/' },
    'https://us.inference.heroku.com/v1/chat/completions',
  ],
  ['heroku', 'm', { apiBase: 'https://h.test/v1/chat/completions' }, 'https://h.test/v1/chat/completions'],
  [
    'cloudflare',
    '@cf/meta/llama',
    account('a1'),
    'https://api.cloudflare.com/client/v4/accounts/a1/ai/v1/chat/completions',
  ],
  [
    'cloudflare',
    'm',
    { apiBase: 'https://c.test/accounts/a/ai/run/' },
    'https://c.test/accounts/a/ai/v1/chat/completions',
  ],
  ['cloudflare', 'm', { apiBase: 'https://c.test/ai/v1' }, 'https://c.test/ai/v1/chat/completions'],
  [
    'snowflake',
    'llama3.1-70b',
    account('my-acct'),
    'https://my-acct.snowflakecomputing.com/api/v2/cortex/v1/chat/completions',
  ],
  [
    'snowflake',
    'claude-4-sonnet',
    account('my-acct'),
    'https://my-acct.snowflakecomputing.com/api/v2/cortex/v1/messages',
  ],
  ['snowflake', 'm', { apiBase: 'https://s.test/api/v2/' }, 'https://s.test/api/v2/cortex/v1/chat/completions'],
  ['snowflake', 'claude_x', { apiBase: 'https://s.test' }, 'https://s.test/api/v2/cortex/v1/messages'],
  [
    'predibase',
    'mistral-7b',
    { apiKey: 'k', options: { tenant_id: 't1' } },
    'https://serving.app.predibase.com/t1/deployments/v2/llms/mistral-7b/v1/chat/completions',
  ],
  ['watsonx', 'ibm/granite', { apiBase: 'https://w.test/' }, 'https://w.test/ml/v1/text/chat?version=2024-03-13'],
  [
    'watsonx',
    'deployment/d 1',
    { apiBase: 'https://w.test', apiVersion: '2026-01-01' },
    'https://w.test/ml/v1/deployments/d%201/text/chat?version=2026-01-01',
  ],
  ['github_copilot', 'gpt-5', {}, 'https://api.githubcopilot.com/chat/completions'],
])('%s is asked for %s at its own address (%j)', (name, model, settings, url) => {
  expect(sent(name, model, settings).url).toBe(url);
});

test.each<[string, ProviderSettings, string]>([
  ['cloudflare', { apiKey: 'k' }, 'CLOUDFLARE_ACCOUNT_ID'],
  ['snowflake', { apiKey: 'k' }, 'SNOWFLAKE_ACCOUNT_ID'],
  ['snowflake', account('evil.test/x#'), 'no account of that name'],
  ['predibase', { apiKey: 'k' }, 'PREDIBASE_TENANT_ID'],
  ['heroku', { apiKey: 'k' }, 'HEROKU_API_BASE'],
])('%s says what it lacks to be found (%j)', (name, settings, word) => {
  expect(refusal(name, settings)).toMatchObject({ status: 400, message: expect.stringContaining(word) as string });
});

test('what only a vendor’s own body says stands there', () => {
  const apiBase = 'https://v.test';
  const tools: Partial<ChatRequest> = { tools: [], tool_choice: 'required', max_completion_tokens: 5, stream: true };
  const watsonx = sent('watsonx', 'ibm/g', { apiBase, options: { project_id: 'p', space_id: 's' } }, tools);
  expect(watsonx.url).toContain('/text/chat_stream?');
  expect(watsonx.body).toMatchObject({
    model_id: 'ibm/g',
    project_id: 'p',
    tool_choice_option: 'required',
    max_tokens: 5,
  });
  for (const member of ['model', 'space_id', 'stream', 'stream_options'])
    expect(watsonx.body).not.toHaveProperty(member);
  expect(sent('watsonx', 'deployment/d', { apiBase, options: { space_id: 's' } }).body).toEqual({
    messages: expect.any(Array) as unknown[],
  });
  const tenant = { apiBase, options: { tenant_id: 't' } };
  expect(sent('predibase', 'd', tenant, { adapter_id: 'a/1' }).body).toMatchObject({ model: 'a/1' });
  expect(sent('predibase', 'd', tenant).body).toMatchObject({ model: '' });
  const parts = [
    { type: 'text' as const, text: 'a' },
    { type: 'text' as const, text: 'b' },
  ];
  const heroku = sent('heroku', 'm', { apiBase }, { messages: [{ role: 'user', content: parts }] });
  expect(heroku.body.messages).toEqual([{ role: 'user', content: 'ab' }]);
  const image = { type: 'image_url', image_url: { url: 'https://a.test/b.png' } };
  expect(() => sent('heroku', 'm', { apiBase }, { messages: [{ role: 'user', content: [image] }] })).toThrow(
    'texts alone',
  );
});

test('who calls is proved in each vendor’s words', () => {
  const apiBase = 'https://v.test';
  expect(sent('snowflake', 'm', { apiBase, apiKey: 'pat/secret' }).headers).toMatchObject({
    authorization: 'Bearer secret',
    'x-snowflake-authorization-token-type': 'PROGRAMMATIC_ACCESS_TOKEN',
  });
  expect(sent('snowflake', 'claude-4', { apiBase, apiKey: 'jwt' }).headers).toMatchObject({
    authorization: 'Bearer jwt',
    'x-snowflake-authorization-token-type': 'KEYPAIR_JWT',
    'anthropic-version': '2023-06-01',
  });
  const copilot = (messages: ChatRequest['messages']) =>
    sent('github_copilot', 'm', { apiKey: 'tid=1' }, { messages }).headers;
  expect(copilot([{ role: 'user', content: 'a' }])).toMatchObject({
    'x-initiator': 'user',
    'editor-version': expect.any(String) as string,
  });
  const seen = { type: 'image_url' as const, image_url: { url: 'data:image/png;base64,AA==' } };
  expect(
    copilot([
      { role: 'assistant', content: 'a' },
      { role: 'user', content: [seen] },
    ]),
  ).toMatchObject({
    'x-initiator': 'agent',
    'copilot-vision-request': 'true',
  });
});

test('a key is changed for a token once, and again when that has ended', async () => {
  await using bank = await startScriptedUpstream([
    { json: { access_token: 'first', expires_in: 3600 } },
    { json: { token: 'second', expires_at: Math.floor(Date.now() / 1000) - 5 } },
    { json: { token: 'third', expires_at: Math.floor(Date.now() / 1000) + 3600 } },
    { status: 400, json: { errorMessage: 'Provided API key could not be found.' } },
  ]);
  const proof = async (name: string, apiKey: string, options: object) => {
    const adapter = adapterOf(name);
    const settings = { apiKey, apiBase: 'https://v.test', options: { ...options } };
    const chat = operationOf(adapter, 'chat');
    if (chat.wire === 'bridge') throw new Error('this is no wire of its own');
    const request = await adapter.authorise?.(chat.encode(chatCall({}, { settings })), { model: 'm', settings });
    return request?.headers.authorization;
  };
  const ibm = { watsonx_iam_url: `${bank.url}/identity/token` };
  expect(await proof('watsonx', 'key-1', ibm)).toBe('Bearer first');
  expect(await proof('watsonx', 'key-1', ibm)).toBe('Bearer first');
  expect(bank.requests[0]).toMatchObject({ path: '/identity/token', headers: { accept: 'application/json' } });
  const github = { github_copilot_token_url: `${bank.url}/copilot` };
  expect(await proof('github_copilot', 'gho_1', github)).toBe('Bearer second');
  expect(await proof('github_copilot', 'gho_1', github)).toBe('Bearer third');
  expect(await proof('github_copilot', 'gho_1', github)).toBe('Bearer third');
  expect(bank.requests[1]).toMatchObject({ path: '/copilot', headers: { authorization: 'token gho_1' } });
  expect(await proof('github_copilot', 'tid=of-copilot', github)).toBe('Bearer tid=of-copilot');
  expect(await proof('watsonx', 'k', { ...ibm, token: 'given' })).toBe('Bearer given');
  expect(await proof('watsonx', 'k', { ...ibm, zen_api_key: 'zen' })).toBe('ZenApiKey zen');
  const refused = proof('watsonx', 'key-wrong', ibm);
  await expect(refused).rejects.toMatchObject({
    status: 401,
    message: expect.stringContaining('could not be found') as string,
  });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('key-wrong') as string });
  await expect(
    proof('github_copilot', undefined as never, { github_copilot_token_dir: '/nowhere' }),
  ).rejects.toMatchObject({
    status: 401,
    message: expect.stringContaining('/nowhere/access-token') as string,
  });
  expect(bank.requests).toHaveLength(4);
});
