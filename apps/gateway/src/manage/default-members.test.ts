import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    model_list: [openAiModel('gpt', 'http://127.0.0.1:9')],
    litellm_settings: {
      default_key_generate_params: {
        max_budget: 1.5,
        models: ['gpt'],
        duration: '7d',
        metadata: { setting: 'default' },
        team_id: null,
      },
      upperbound_key_generate_params: { max_budget: 100, budget_duration: '10d', duration: '30d', tpm_limit: 1000 },
      default_team_params: { max_budget: 20, budget_duration: '30d', rpm_limit: 5 },
      default_internal_user_params: { user_role: 'internal_user', max_budget: 3, models: ['gpt'], available_teams: [] },
      internal_user_budget_duration: '1mo',
    },
  });
});
afterAll(() => gateway.stop());

const { done, post, key } = manager(() => gateway);

describe('a new key', () => {
  test('has what the configuration gives it, and what bounds it, where it says nothing', async () => {
    expect(await done('/key/generate', {})).toMatchObject({
      max_budget: 1.5,
      budget_duration: '10d',
      tpm_limit: 1000,
      rpm_limit: null,
      models: ['gpt'],
      metadata: { setting: 'default' },
      expires: expect.any(String),
    });
  });

  test('has what is said of it', async () => {
    const said = { max_budget: 7, models: ['other'], duration: '1d', metadata: { own: true }, tpm_limit: 10 };
    const { duration: _duration, ...shown } = said;
    expect(await done('/key/generate', said)).toMatchObject(shown);
  });

  test.each([
    [{ max_budget: 101 }, 'max_budget'],
    [{ tpm_limit: 1001 }, 'tpm_limit'],
    [{ duration: '31d' }, 'duration'],
    [{ duration: '-1' }, 'duration'],
    [{ budget_duration: '11d' }, 'budget_duration'],
    [{ budget_duration: '1mo' }, 'budget_duration'],
  ])('has no more than the configuration allows: %j', async (members, param) => {
    const refused = { status: 400, body: { error: { param } } };
    expect(await post('/key/generate', members)).toMatchObject(refused);
    const made = await key();
    expect(await post('/key/update', { key: made, ...members })).toMatchObject(refused);
    expect(await post(`/key/${made}/regenerate`, members)).toMatchObject(refused);
  });

  test('is not taken out of its bounds by clearing them', async () => {
    const made = await key();
    expect(await post('/key/update', { key: made, max_budget: null })).toMatchObject({ status: 400 });
    expect(await post('/key/update', { key: made, rpm_limit: null })).toMatchObject({ status: 200 });
  });
});

test('a new team has what the configuration gives it where it says nothing', async () => {
  expect(await done('/team/new', {})).toMatchObject({ max_budget: 20, budget_duration: '30d', rpm_limit: 5 });
  expect(await done('/team/new', { max_budget: 1 })).toMatchObject({ max_budget: 1, budget_duration: '30d' });
});

test('a new user has what the configuration gives them, unless they are administrators', async () => {
  expect(await done('/user/new', {})).toMatchObject({
    user_role: 'internal_user',
    max_budget: 3,
    budget_duration: '1mo',
    models: ['gpt'],
  });
  expect(await done('/user/new', { max_budget: 9 })).toMatchObject({ max_budget: 9 });
  expect(await done('/user/new', { user_role: 'proxy_admin' })).toMatchObject({ max_budget: null, models: [] });
});
