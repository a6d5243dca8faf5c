import { expect, test } from 'vitest';
import { readConfig } from '../load-config.ts';

async function read(endpoints: unknown, environment: Record<string, string> = {}, withoutGuardrails: string[] = []) {
  const settings = {
    model_list: [{ model_name: 'm', litellm_params: { model: 'openai/gpt-5.4', api_key: 'k' } }],
    general_settings: { pass_through_endpoints: endpoints },
  };
  const source = { from: { settings }, environment, lookUpModel: () => undefined, withoutGuardrails };
  const { config, findings } = await readConfig(source);
  return {
    endpoints: config?.passThrough.endpoints ?? [],
    findings: findings.filter(({ path }) => path.includes('pass_through')).map(({ level, path }) => `${level} ${path}`),
  };
}

test('an endpoint is read with LiteLLM’s defaults, and asks for a key unless it says otherwise', async () => {
  const { endpoints, findings } = await read([{ path: '/rank/', target: 'https://api.cohere.com/v1/rerank' }]);
  expect(findings).toEqual([]);
  expect(endpoints).toEqual([
    {
      path: '/rank',
      target: 'https://api.cohere.com/v1/rerank',
      headers: {},
      asksForKey: true,
      takesSubpath: false,
      forwardsHeaders: false,
      defaultQuery: {},
      methods: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
      costPerRequest: undefined,
      timeoutSeconds: undefined,
      refusal: undefined,
    },
  ]);
});

test('headers name variables of the environment, alone, within a text, and Langfuse’s as a pair', async () => {
  const headers = {
    Authorization: 'Bearer os.environ/TOOL_KEY',
    'X-Whole': 'os.environ/WHOLE',
    LANGFUSE_PUBLIC_KEY: 'os.environ/PUBLIC',
    LANGFUSE_SECRET_KEY: 'os.environ/SECRET',
  };
  const environment = { TOOL_KEY: 't', WHOLE: 'w', PUBLIC: 'pk', SECRET: 'sk', PLACE: 'https://tool.example' };
  const tool = { path: '/tool', target: 'os.environ/PLACE', headers: { ...headers, LANGFUSE_PUBLIC_KEY: undefined } };
  const langfuse = {
    path: '/langfuse',
    target: 'https://cloud.langfuse.com',
    headers: { ...headers, Authorization: undefined },
  };
  const { endpoints } = await read([tool, langfuse], environment);
  expect(endpoints.map(({ target, headers: sent }) => [target, sent.authorization, sent['x-whole']])).toEqual([
    ['https://tool.example', 'Bearer t', 'w'],
    ['https://cloud.langfuse.com', `Basic ${Buffer.from('pk:sk').toString('base64')}`, 'w'],
  ]);
});

test.each([
  [{ target: 'https://a.example' }, 'path'],
  [{ path: 'rank', target: 'https://a.example' }, 'path'],
  [{ path: '/rank' }, 'target'],
  [{ path: '/rank', target: 'os.environ/NOWHERE' }, 'target'],
  [{ path: '/rank', target: 'file:///etc/passwd' }, 'target'],
  [{ path: '/v1/messages', target: 'custom_callbacks.anthropic_adapter' }, 'target'],
  [
    { path: '/rank', target: 'https://a.example', headers: { Authorization: 'Bearer os.environ/NOT_SET' } },
    'headers.Authorization',
  ],
  [
    { path: '/rank', target: 'https://a.example', headers: { Authorization: 'os.environ/NOT_SET' } },
    'headers.Authorization',
  ],
  [{ path: '/rank', target: 'https://a.example', methods: ['FETCH'] }, 'methods'],
])('%j is out with its finding, and the others serve', async (entry, place) => {
  const { endpoints, findings } = await read([entry, { path: '/other', target: 'https://b.example' }]);
  expect(findings).toContain(`error general_settings.pass_through_endpoints[0].${place}`);
  expect(endpoints.map(({ path }) => path)).toEqual(['/other']);
});

test('what guardrails were to look at is refused, unless the operator does without them', async () => {
  const guarded = [{ path: '/rank', target: 'https://a.example', guardrails: { pii: null, toxicity: {} } }];
  expect((await read(guarded)).endpoints[0]?.refusal).toContain('"pii", "toxicity"');
  expect((await read(guarded, {}, ['pii', 'toxicity'])).endpoints[0]?.refusal).toBeUndefined();
});
