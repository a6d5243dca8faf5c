import { expect, onTestFinished, test } from 'vitest';
import { ask, startGateway } from '../testing/start-gateway.ts';
import { readConfig } from './load-config.ts';

const mocked = { model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } };

async function read(settings: object, withoutGuardrails: readonly string[] = []) {
  const from = { settings: { model_list: [mocked], ...settings } };
  return readConfig({ from, environment: {}, lookUpModel: () => undefined, withoutGuardrails });
}

const pii = (params: object): object => ({ guardrails: [{ guardrail_name: 'pii', litellm_params: params }] });

test.each([
  ['is on by default', pii({ guardrail: 'presidio', mode: 'pre_call', default_on: true }), 'guardrails[0]'],
  ['is on by a word of YAML', pii({ guardrail: 'bedrock', default_on: 'on' }), 'guardrails[0]'],
  [
    'is on in the older form',
    { litellm_settings: { guardrails: [{ pii: { callbacks: ['presidio'], default_on: true } }] } },
    'litellm_settings.guardrails[0]',
  ],
])('a guardrail that %s refuses the start, unless the operator does without', async (_, settings, path) => {
  const { config, findings } = await read(settings);
  expect(config).toBeUndefined();
  expect(findings[0]).toMatchObject({ path, stops: 'everything' });
  expect(findings[0]?.fix).toContain('--without-guardrail pii');
  const without = await read(settings, ['pii']);
  expect(without.config).toBeDefined();
  expect(without.findings.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'warning "pii" does not run, as --without-guardrail or WITHOUT_GUARDRAILS says',
  ]);
});

test.each(['hide_secrets', 'azure_content_safety', 'openai_moderations'])(
  'the callback %s is a guardrail of every request',
  async (name) => {
    expect((await read({ litellm_settings: { callbacks: [name] } })).config).toBeUndefined();
    expect((await read({ litellm_settings: { callbacks: name } })).config).toBeUndefined();
    expect((await read({ litellm_settings: { callbacks: [name] } }, [name])).config).toBeDefined();
  },
);

test('one that nobody has to meet is a warning', async () => {
  const { config, findings } = await read(pii({ guardrail: 'presidio', mode: 'pre_call' }));
  expect(config).toBeDefined();
  expect(findings).toMatchObject([{ level: 'warning', path: 'guardrails[0]' }]);
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
  expect(await answer('m', { metadata: { guardrails: ['pii'] } })).toMatchObject(refusal('metadata'));
  expect(await answer('guarded')).toMatchObject(refusal('model'));
});

test('the environment names those that the operator does without as well', async () => {
  const settings = { model_list: [mocked], ...pii({ guardrail: 'presidio', default_on: true }) };
  const gateway = await startGateway(settings, { WITHOUT_GUARDRAILS: 'other, pii' });
  onTestFinished(async () => void (await gateway.stop()));
  expect((await gateway.post(ask('m'))).status).toBe(200);
  expect(await (await gateway.get('/health')).text()).toContain('WITHOUT_GUARDRAILS says');
});
