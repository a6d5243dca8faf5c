import { digestOf } from '@showrunner/access';
import { openAiCompletion, requireTool, startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { join } from 'node:path';
import { UTC_MIDNIGHT } from '../keys/budgets/window-end.ts';
import { decryptLiteLlm, looksEncrypted } from '../litellm/decrypt.ts';
import { findLiteLlm } from '../litellm/database.ts';
import { Entities } from '../stored/entities/entities.ts';
import { openGatewayDatabase } from '../stored/gateway-database.ts';
import { readStored } from '../stored/secrets/read-stored.ts';
import { CannotUnsealError, SecretBox } from '../stored/secrets/secret-box.ts';
import {
  emptyLiteLlmDatabase,
  encryptedByLiteLlm,
  LITELLM_SALT,
  MANY_KEYS,
  runSql,
  usedLiteLlmDatabase,
} from '../testing/litellm-database.ts';
import { ask, MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { importLiteLlm, type ImportOptions } from './import-litellm.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Made by PyNaCl and cryptography, as LiteLLM 1.108.7 calls them. */
const SEALED_BY_PYTHON = [
  ['sk-geheim-鍵', 'leTRT8bNDKFKwpSQQnnAQakUDGBK2NOvz-iu3rH0eptvHyVDO-vuFZhISRLbeJZnyV_wu_Q='],
  ['openai/gpt-5.4', 'kzoK0QMtUCN5-Mf137zQb457eUdjh0hVdRBuur6aEyA5zshWEjFLpZLytp5A5ir77ClWRcP6'],
  ['', 'gSj3xAPhosY6HWPMh3REN1jlWHIkCDqH8m5195uEmSGy6xwdL4I_XA=='],
  ['sk-geheim-鍵', 'v2:gcm:0t4WrmIToNm52BWtxlPbRT_XahpwTshYmjdhPrXHB2y6sUyRV4-lJoU='],
  ['', 'v2:gcm:4HlczUTQcsUP-yuM61CmhJhWJW9bsdahXQ8JBg=='],
] as const;

test.each(SEALED_BY_PYTHON)('%j is read as LiteLLM encrypted it, under its key alone', (text, sealed) => {
  expect(decryptLiteLlm(sealed, LITELLM_SALT)).toBe(text);
  expect(decryptLiteLlm(sealed, 'sk-another')).toBeUndefined();
  expect(looksEncrypted(sealed)).toBe(true);
});

test.each(['openai/gpt-5.4', 'sk-short', 'https://api.example.com/v1/with/a/long/path/behind/it', ''])(
  '%j was encrypted by nobody',
  (text) => {
    expect([looksEncrypted(text), decryptLiteLlm(text, LITELLM_SALT)]).toEqual([false, undefined]);
  },
);

test('what is sealed opens in its place and under its key alone', () => {
  const [box, other] = [new SecretBox('one'), new SecretBox('another')];
  const model = { kind: 'model', id: 'a' } as const;
  const sealed = box.seal(model, { api_key: 'sk-geheim' });
  expect(box.unseal(model, sealed)).toEqual({ api_key: 'sk-geheim' });
  expect(sealed).not.toContain('geheim');
  for (const wrong of [
    () => other.unseal(model, sealed),
    () => box.unseal({ ...model, id: 'b' }, sealed),
    () => box.unseal(model, `${sealed.slice(0, -2)}AA`),
    () => box.unseal(model, 'sealed:1:'),
    () => box.unseal(model, undefined),
  ])
    expect(wrong).toThrow(CannotUnsealError);
});

describe('what a LiteLLM keeps', requireTool('postgres'), () => {
  let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
  let url: string;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(() => ({
      json: openAiCompletion({ usage: { promptTokens: 5, completionTokens: 5 } }),
    }));
    url = await usedLiteLlmDatabase(upstream.url);
  });
  afterAll(() => upstream[Symbol.asyncDispose]());

  async function into(at?: string) {
    const folder = await temporaryFolder();
    const database = await openGatewayDatabase({ url: at, file: join(folder.path, 'gateway.sqlite') });
    onTestFinished(async () => {
      await database.dispose();
      await folder.remove();
    });
    return database;
  }

  async function bring(from: string, more: Partial<ImportOptions> = {}) {
    const found = await findLiteLlm(from);
    if (!found) throw new Error('there is no LiteLLM');
    try {
      return await importLiteLlm({
        from: found,
        into: more.into ?? (await into()),
        calendar: UTC_MIDNIGHT,
        liteLlmKey: LITELLM_SALT,
        masterDigest: undefined,
        box: new SecretBox('ours'),
        ...more,
      });
    } finally {
      await found.reader.dispose();
    }
  }

  test('comes whole, once, with the names of what nothing here goes by', async () => {
    const database = await into();
    const report = await bring(url, { into: database });
    expect(report?.kinds).toEqual({
      budget: { came: 4, known: 0, failed: 0 },
      organization: { came: 1, known: 0, failed: 0 },
      user: { came: 2, known: 0, failed: 0 },
      organization_member: { came: 1, known: 0, failed: 0 },
      team: { came: 1, known: 0, failed: 0 },
      member: { came: 2, known: 0, failed: 0 },
      customer: { came: 2, known: 0, failed: 0 },
      tag: { came: 1, known: 0, failed: 0 },
      model_access_group: { came: 1, known: 0, failed: 0 },
      key: { came: MANY_KEYS + 8, known: 0, failed: 0 },
      access_group: { came: 1, known: 0, failed: 0 },
      credential: { came: 1, known: 0, failed: 0 },
      model: { came: 3, known: 0, failed: 0 },
      setting: { came: 3, known: 0, failed: 0 },
    });
    expect(report?.problems).toEqual([]);
    expect(report?.notKept).toEqual({});
    const spent = database.query.selectFrom('purses').select('total').orderBy('id');
    const shared = ['model_access_group:frontier', 'proxy:budget'];
    expect(await spent.where('id', 'in', shared).execute()).toEqual([{ total: 4 }, { total: 77 }]);
    const again = await bring(url, { into: database });
    expect(again?.came).toBe(0);
    const stored = await readStored(new Entities({ open: async () => database }), new SecretBox('ours'));
    expect(stored.models[0]?.entry).toMatchObject({
      model_name: 'stored',
      litellm_params: { api_key: 'sk-of-a-vendor' },
    });
    expect(stored.credentials.get('vendor')).toMatchObject({ api_key: 'sk-of-a-credential' });
    expect(stored.sections.environment_variables).toEqual({ DEIN_SCHLÜSSEL: 'sk-aus-der-umgebung' });
    const text = JSON.stringify(await database.query.selectFrom('entities').select('settings').execute());
    expect(text).not.toMatch(/sk-of-a|sk-aus-der|hash-of-a-password/);
  });

  test('is only counted by a dry run', async () => {
    const database = await into();
    const report = await bring(url, { into: database, isDryRun: true });
    expect(report?.kinds.key?.came).toBe(MANY_KEYS + 8);
    expect(await database.query.selectFrom('entities').select('id').execute()).toEqual([]);
    expect((await bring(url, { into: database }))?.kinds.key?.came).toBe(MANY_KEYS + 8);
  });

  test('does not come back where it was deleted or made anew here', async () => {
    const database = await into();
    await bring(url, { into: database });
    const entities = new Entities({ open: async () => database });
    const key = await entities.keyOfDigest(digestOf('sk-old-1'));
    const other = await entities.keyOfDigest(digestOf('sk-old-2'));
    await entities.change((writer) => writer.remove({ kind: 'key', id: key?.id ?? '' }));
    await entities.change((writer) => writer.setDigest(other?.id ?? '', digestOf('sk-made-anew')));
    expect((await bring(url, { into: database }))?.came).toBe(0);
    expect(await entities.keyOfDigest(digestOf('sk-old-1'))).toBeUndefined();
    expect(await entities.keyOfDigest(digestOf('sk-old-2'))).toBeUndefined();
  });

  test('comes without what was encrypted under another key, which is told with its reason', async () => {
    const report = await bring(url, { liteLlmKey: 'sk-wrong-salt' });
    expect(report?.kinds.key?.came).toBe(MANY_KEYS + 8);
    expect(report?.kinds.model).toEqual({ came: 0, known: 0, failed: 3 });
    expect(report?.kinds.credential).toEqual({ came: 0, known: 0, failed: 1 });
    expect(report?.problems.map(({ kind }) => kind)).toEqual(['credential', 'model', 'model', 'model', 'setting']);
    expect(report?.problems[1]).toEqual({
      kind: 'model',
      id: 'm-1 (stored)',
      reason: expect.stringContaining('encrypted under another key than LITELLM_SALT_KEY'),
    });
    expect(JSON.stringify(report)).not.toContain(encryptedByLiteLlm('').slice(0, 8));
  });

  test('comes by a role that may only read, and nothing there is written', async () => {
    const before = await runSql(
      url,
      'SELECT count(*)::int AS keys, sum(spend) AS spend FROM "LiteLLM_VerificationToken"',
    );
    const role = `reader_${Math.random().toString(36).slice(2)}`;
    await runSql(
      url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'reader'`,
      `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`,
    );
    const asReader = new URL(url);
    asReader.username = role;
    asReader.password = 'reader';
    expect((await bring(asReader.href))?.kinds.key?.came).toBe(MANY_KEYS + 8);
    expect(
      await runSql(url, 'SELECT count(*)::int AS keys, sum(spend) AS spend FROM "LiteLLM_VerificationToken"'),
    ).toEqual(before);
  });

  test('comes out of an older LiteLLM, and out of one whose tables were half made', async () => {
    const older = await emptyLiteLlmDatabase();
    await runSql(
      older,
      'DROP TABLE "LiteLLM_AccessGroupTable", "LiteLLM_TagTable", "LiteLLM_BudgetWindowSpend", "LiteLLM_DeprecatedVerificationToken" CASCADE',
      'ALTER TABLE "LiteLLM_VerificationToken" DROP COLUMN total_spend, DROP COLUMN budget_limits, DROP COLUMN access_group_ids, DROP COLUMN organization_id CASCADE',
      'ALTER TABLE "LiteLLM_ProxyModelTable" DROP COLUMN blocked',
      'ALTER TABLE "LiteLLM_VerificationToken" ADD COLUMN made_up_later jsonb DEFAULT \'{"a": 1}\'',
      `INSERT INTO "LiteLLM_VerificationToken" (token, models, spend) VALUES ('${digestOf('sk-older')}', '{}', 4), ('no-digest', '{}', 0)`,
      `INSERT INTO "LiteLLM_TeamTable" (team_id, models, members_with_roles) VALUES ('broken', '{}', '"no list"')`,
      `INSERT INTO "LiteLLM_ProxyModelTable" (model_id, model_name, litellm_params, created_by, updated_by) VALUES ('p', 'plain', '{"model": "openai/gpt-5.4", "api_key": "sk-in-the-clear"}', '', '')`,
    );
    const database = await into();
    const report = await bring(older, { into: database });
    expect(report?.kinds).toMatchObject({ key: { came: 1, failed: 1 }, team: { came: 1 }, model: { came: 1 } });
    expect(report?.problems).toMatchObject([
      { kind: 'table', id: 'LiteLLM_TagTable' },
      { kind: 'table', id: 'LiteLLM_AccessGroupTable' },
      { kind: 'key', reason: 'its token is no SHA-256' },
    ]);
    const purses = await database.query.selectFrom('purses').select(['total', 'spent']).execute();
    expect(purses).toEqual([{ total: 4, spent: 4 }]);
  });

  describe('serves at the first start', () => {
    let gateway: StartedGateway;
    let other: StartedGateway;
    let swapped: string;
    const configuration = () => ({
      model_list: [openAiModel('gpt', upstream.url, { input_cost_per_token: 0.001, output_cost_per_token: 0.001 })],
      general_settings: { master_key: MASTER_KEY, database_url: swapped },
    });
    beforeAll(async () => {
      swapped = await usedLiteLlmDatabase(upstream.url);
      const env = { LITELLM_SALT_KEY: LITELLM_SALT };
      [gateway, other] = await Promise.all([startGateway(configuration(), env), startGateway(configuration(), env)]);
    });
    afterAll(async () => {
      await gateway.stop();
      await other.stop();
    });

    const call = (key: string, model = 'gpt', at = gateway) => at.post(ask(model), { authorization: `Bearer ${key}` });
    const info = async (key: string) => {
      const { info: shown } = (await (await gateway.get(`/key/info?key=${key}`)).json()) as { info: object };
      return shown;
    };

    test('to each of several replicas, of which one brings it', async () => {
      const came = [gateway, other].flatMap(({ logs }) => logs.filter((line) => line.includes('was brought here')));
      expect(came).toHaveLength(1);
      expect(JSON.parse(came[0] ?? '')).toMatchObject({ came: { key: MANY_KEYS + 8, model: 3 } });
      for (const at of [gateway, other]) expect((await call(`sk-old-${MANY_KEYS}`, 'gpt', at)).status).toBe(200);
      expect([...gateway.logs, ...other.logs].join('\n')).not.toMatch(/sk-of-a|sk-aus-der/);
    });

    test.each([
      ['sk-half-spent', 200],
      ['sk-before-half-spent', 200],
      ['sk-spent-up', 429],
      ['sk-over-and-new', 200],
      ['sk-of-the-team', 200],
      ['sk-blocked', 401],
      ['sk-expired', 401],
      ['sk-shares-a-budget', 429],
      ['sk-in-windows', 429],
      ['sk-session-of-the-pages', 401],
      ['sk-never-made', 401],
    ])('%s is answered %s', async (key, status) => {
      expect((await call(key)).status).toBe(status);
    });

    test('with what was spent, and when that counts no longer', async () => {
      expect(await info('sk-shares-a-budget')).toMatchObject({ spend: 10, litellm_budget_table: { max_budget: 10 } });
      const shown = (await info('sk-spent-up')) as { budget_reset_at: string; spend: number };
      expect(shown.spend).toBe(1.5);
      const minutes = (Date.parse(shown.budget_reset_at) - Date.now()) / 60_000;
      expect(minutes).toBeGreaterThan(40);
      expect(minutes).toBeLessThan(61);
      const team = await (await gateway.get('/team/info?team_id=blue')).json();
      expect(team).toMatchObject({
        team_info: { max_budget: 10, team_alias: 'Blau', organization_id: 'org-1' },
        team_memberships: expect.arrayContaining([
          expect.objectContaining({ user_id: 'ann', spend: expect.any(Number) }),
        ]),
      });
    });

    test('with the models, credentials and settings that were stored', async () => {
      expect((await call(MASTER_KEY, 'stored')).status).toBe(200);
      expect((await call('sk-of-the-team', 'fast')).status).toBe(200);
      expect((await call(MASTER_KEY, 'by-credential')).status).toBe(200);
      expect(upstream.requests.at(-1)?.headers.authorization).toBe('Bearer sk-of-a-credential');
      expect((await call(MASTER_KEY, 'paused')).status).toBe(400);
    });
  });
});
