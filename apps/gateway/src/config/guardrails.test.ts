import { expect, onTestFinished, test } from 'vitest';
import { ask, startGateway } from '../testing/start-gateway.ts';
import { readConfig } from './load-config.ts';

const mocked = { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } };

async function read(
  settings: object,
  withoutGuardrails: readonly string[] = [],
  environment: Record<string, string> = {},
) {
  const from = { settings: { model_list: [mocked], ...settings } };
  return readConfig({ from, environment, lookUpModel: () => undefined, withoutGuardrails });
}

const pii = (params: object): object => ({ guardrails: [{ guardrail_name: 'pii', litellm_params: params }] });

const presidio = {
  PRESIDIO_ANALYZER_API_BASE: 'analyzer:3000',
  PRESIDIO_ANONYMIZER_API_BASE: 'http://anonymizer:3000/',
};

const refused: [string, object, string][] = [
  ['does not run here', pii({ guardrail: 'grayswan', mode: 'pre_call', default_on: true }), 'guardrails[0]'],
  ['does not run here, by a word of YAML', pii({ guardrail: 'grayswan', default_on: 'on' }), 'guardrails[0]'],
  ['is nobody’s', pii({ default_on: true }), 'guardrails[0]'],
  ['has no address', pii({ guardrail: 'presidio', default_on: true }), 'guardrails[0]'],
  ['has no key', pii({ guardrail: 'lakera_v2', default_on: true }), 'guardrails[0]'],
  [
    'has no such pattern',
    pii({
      guardrail: 'litellm_content_filter',
      default_on: true,
      patterns: [{ pattern_type: 'prebuilt', pattern_name: 'x', action: 'MASK' }],
    }),
    'guardrails[0]',
  ],
  [
    'has a filter that is not looked for',
    pii({ guardrail: 'litellm_content_filter', default_on: true, categories: [{ category: 'x' }] }),
    'guardrails[0]',
  ],
  [
    'looks at no time that there is',
    pii({ guardrail: 'hide-secrets', mode: 'sometimes', default_on: true }),
    'guardrails[0]',
  ],
  [
    'has no address, in the older form',
    { litellm_settings: { guardrails: [{ pii: { callbacks: ['presidio'], default_on: true } }] } },
    'litellm_settings.guardrails[0]',
  ],
];

test.each(refused)(
  'a guardrail of every request that %s refuses the start, unless the operator does without',
  async (_, settings, path) => {
    const { config, findings } = await read(settings);
    expect(config).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ path, stops: 'everything' }));
    expect(findings.map(({ fix }) => fix).join('\n')).toContain('--without-guardrail pii');
    const without = await read(settings, ['pii']);
    expect(without.config).toBeDefined();
    expect(without.findings.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'warning "pii" does not run, as --without-guardrail or WITHOUT_GUARDRAILS says',
    ]);
  },
);

test.each(['detect_prompt_injection', 'google_text_moderation'])(
  'the callback %s is a guardrail of every request',
  async (name) => {
    expect((await read({ litellm_settings: { callbacks: [name] } })).config).toBeUndefined();
    expect((await read({ litellm_settings: { callbacks: name } })).config).toBeUndefined();
    expect((await read({ litellm_settings: { callbacks: [name] } }, [name])).config).toBeDefined();
  },
);

test.each([
  ['hide_secrets', {}, 'hide-secrets'],
  ['presidio', {}, 'presidio'],
  ['banned_keywords', { banned_keywords_list: ['x'] }, 'banned_keywords'],
  [
    'azure_content_safety',
    { azure_content_safety_params: { endpoint: 'https://x.example', key: 'k' } },
    'azure/text_moderations',
  ],
])('the callback %s runs for every request', async (name, settings, provider) => {
  const { config, findings } = await read({ litellm_settings: { callbacks: [name], ...settings } }, [], presidio);
  expect(config?.guardrails.guardrails).toMatchObject([{ name, isAlwaysOn: true, kind: { provider } }]);
  expect(findings).toEqual([]);
});

test('one that nobody has to meet is a warning, or an error that stops nothing', async () => {
  const elsewhere = await read(pii({ guardrail: 'grayswan', mode: 'pre_call' }));
  expect(elsewhere.config).toBeDefined();
  expect(elsewhere.findings).toMatchObject([{ level: 'warning', path: 'guardrails[0]' }]);
  const unfinished = await read(pii({ guardrail: 'presidio', mode: 'pre_call' }));
  expect(unfinished.config?.guardrails.guardrails).toEqual([]);
  expect(unfinished.findings).toContainEqual(expect.objectContaining({ level: 'error', path: 'guardrails[0]' }));
});

test('times to look are read as LiteLLM has them, by tags as well', async () => {
  const modes = [
    'pre_call',
    ['post_call', 'pre_call'],
    undefined,
    { tags: { 'User-Agent: claude-cli': 'logging_only' }, default: ['pre_call'] },
  ];
  const guardrails = modes.map((mode, index) => ({
    guardrail_name: `g${index}`,
    litellm_params: { guardrail: 'hide-secrets', mode },
  }));
  const { config } = await read({ guardrails });
  expect(config?.guardrails.guardrails.map(({ mode }) => [mode.usual, ...mode.byTag])).toEqual([
    [['pre_call']],
    [['pre_call', 'post_call']],
    [['pre_call', 'during_call', 'post_call', 'logging_only']],
    [['pre_call'], ['User-Agent: claude-cli', ['logging_only']]],
  ]);
});

test('who asks for a guardrail, or for a model that has one, is told that none runs', async () => {
  const gateway = await startGateway({
    model_list: [
      mocked,
      { model_name: 'guarded', litellm_params: { model: 'openai/x', mock_response: 'no', guardrails: ['pii'] } },
    ],
  });
  onTestFinished(async () => void (await gateway.stop()));
  const answer = async (model: string, members: object = {}): Promise<unknown> =>
    (await gateway.post(ask(model, members))).json();
  const refusal = (param: string): object => ({
    error: { code: '400', param, message: expect.stringContaining('pii') as string },
  });
  expect(await answer('m')).toMatchObject({ choices: [{ message: { content: 'fine' } }] });
  expect(await answer('m', { guardrails: [] })).toMatchObject({ choices: [{ message: { content: 'fine' } }] });
  expect(await answer('m', { metadata: { guardrails: [], user: 'u' } })).toMatchObject({ choices: [{}] });
  expect(await answer('m', { guardrails: ['pii'] })).toMatchObject(refusal('guardrails'));
  expect(await answer('m', { guardrails: [{ pii: { extra: 1 } }] })).toMatchObject(refusal('guardrails'));
  expect(await answer('m', { metadata: { guardrails: ['pii'] } })).toMatchObject(refusal('guardrails'));
  expect(await answer('guarded')).toMatchObject(refusal('model'));
});

test('the environment names those that the operator does without as well', async () => {
  const settings = { model_list: [mocked], ...pii({ guardrail: 'grayswan', default_on: true }) };
  const gateway = await startGateway(settings, { WITHOUT_GUARDRAILS: 'other, pii' });
  onTestFinished(async () => void (await gateway.stop()));
  expect((await gateway.post(ask('m'))).status).toBe(200);
  expect(await (await gateway.get('/health')).text()).toContain('WITHOUT_GUARDRAILS says');
});
