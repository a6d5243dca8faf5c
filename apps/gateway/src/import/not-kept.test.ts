import { openAiCompletion, requireTool, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { emptyLiteLlmDatabase, literal, runSql } from '../testing/litellm-database.ts';
import { manager } from '../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const BY = "'admin', 'admin'";
const sha = (key: string) => `encode(sha256('${key}'::bytea), 'hex')`;

/** Rows of keys: what each has beside its alias. */
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sk-free-as-it-was': {},
  'sk-of-a-narrow-project': { project_id: "'narrow'" },
  'sk-of-a-project-that-narrows-nothing': { project_id: "'wide'" },
  'sk-of-an-agent': { agent_id: "'agent-1'" },
  'sk-with-blocked-tools': { object_permission_id: "'no-tools'" },
  'sk-with-an-open-permission': { object_permission_id: "'open'" },
  'sk-of-a-traced-team': { team_id: "'traced'" },
  'sk-of-a-held-user': { user_id: "'held'" },
  'sk-with-a-policy': { policies: "'{careful}'" },
  'sk-with-a-heir-of-it': { policies: "'{heir}'" },
  'sk-with-a-draft': { policies: "'{draft}'" },
  'sk-of-an-attached-alias': { key_alias: "'prod-7'" },
  'sk-of-a-guarded-team': { team_id: "'guarded'" },
  'sk-of-a-user-with-a-policy': { user_id: "'careful'" },
  'sk-without-cache': { allowed_cache_controls: "'{no-cache}'" },
  'sk-with-demands': { metadata: literal({ enforced_params: ['user', 'metadata.why'] }) },
  'sk-with-tag-limits': { metadata: literal({ tag_rpm_limit: { blue: 1 } }) },
  'sk-kept-from-a-passage': { metadata: literal({ denied_passthrough_routes: ['/own'] }) },
  'sk-with-tokens-of-a-day': { tpd_limit: '1000' },
  'sk-of-ann': { user_id: "'ann'" },
  'sk-of-ann-in-a-project': { user_id: "'ann'", project_id: "'narrow'" },
};

function keyRows(): string[] {
  return Object.entries(KEYS).map(([key, columns]) => {
    const all = { token: sha(key), key_name: "'sk-...'", key_alias: `'${key.slice(3)}'`, spend: '0', ...columns };
    return `INSERT INTO "LiteLLM_VerificationToken" (${Object.keys(all).join(', ')}) VALUES (${Object.values(all).join(', ')})`;
  });
}

describe('what a LiteLLM holds keys to', requireTool('postgres'), () => {
  let upstream: ScriptedUpstream;
  let gateway: StartedGateway;
  beforeAll(async () => {
    upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const url = await emptyLiteLlmDatabase();
    await runSql(
      url,
      `INSERT INTO "LiteLLM_BudgetTable" (budget_id, max_budget, created_by, updated_by) VALUES ('paid', 1, ${BY})`,
      `INSERT INTO "LiteLLM_ProjectTable" (project_id, project_alias, budget_id, models, created_by, updated_by) VALUES
        ('narrow', 'Schmal', 'paid', '{}', ${BY}), ('wide', NULL, NULL, '{}', ${BY})`,
      `INSERT INTO "LiteLLM_ObjectPermissionTable" (object_permission_id, blocked_tools) VALUES ('no-tools', '{shell}'), ('open', '{}')`,
      `INSERT INTO "LiteLLM_TeamTable" (team_id, team_alias, metadata) VALUES ('traced', 'Spur', '{"require_trace_id": true}'), ('guarded', 'legal-eu', '{}')`,
      `INSERT INTO "LiteLLM_UserTable" (user_id, object_permission_id, policies) VALUES ('held', 'no-tools', '{}'), ('careful', NULL, '{careful}')`,
      `INSERT INTO "LiteLLM_UserTable" (user_id, user_role) VALUES ('ann', 'internal_user')`,
      `INSERT INTO "LiteLLM_PolicyTable" (policy_id, policy_name, version_number, version_status, inherit, guardrails_add) VALUES
        ('p-1', 'careful', 1, 'production', NULL, '{words}'), ('p-2', 'heir', 1, 'production', 'careful', '{}'),
        ('p-3', 'draft', 1, 'draft', NULL, '{words}')`,
      `INSERT INTO "LiteLLM_PolicyAttachmentTable" (attachment_id, policy_name, keys, teams) VALUES
        ('a-1', 'careful', '{prod-*}', '{}'), ('a-2', 'heir', '{}', '{legal-*}')`,
      ...keyRows(),
    );
    gateway = await startGateway({
      model_list: [openAiModel('gpt', upstream.url)],
      guardrails: [
        {
          guardrail_name: 'words',
          litellm_params: {
            guardrail: 'litellm_content_filter',
            mode: 'pre_call',
            blocked_words: [{ keyword: 'persimmon', action: 'BLOCK' }],
          },
        },
      ],
      litellm_settings: { cache: true },
      general_settings: {
        master_key: MASTER_KEY,
        database_url: url,
        pass_through_endpoints: ['/own', '/other'].map((path) => ({ path, target: `${upstream.url}/x`, auth: true })),
      },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await upstream.close();
  });

  const { call, done, get, post } = manager(() => gateway);
  const statusOf = async (key: string, members: object = {}) => (await call(key, 'gpt', members)).status;

  test.each([
    'sk-free-as-it-was',
    'sk-of-a-project-that-narrows-nothing',
    'sk-with-an-open-permission',
    'sk-with-a-draft',
    'sk-with-tokens-of-a-day',
  ])('and that holds nobody lets them in: %s', async (key) => {
    expect(await statusOf(key, { messages: [{ role: 'user', content: 'a persimmon' }] })).toBe(200);
  });

  test.each([
    ['sk-of-a-narrow-project', 'project Schmal', '/key/update', 'key'],
    ['sk-of-an-agent', 'agent agent-1', '/key/update', 'key'],
    ['sk-with-blocked-tools', 'blocked tools', '/key/update', 'key'],
    ['sk-of-a-traced-team', 'require_trace_id', '/team/update', 'team_id'],
    ['sk-of-a-held-user', 'blocked tools', '/user/update', 'user_id'],
  ])('and nothing here goes by keeps them out until it is let go: %s', async (key, words, path, member) => {
    const refused = await call(key);
    expect(refused).toMatchObject({ status: 403, body: { error: { type: 'auth_error' } } });
    expect(JSON.stringify(refused.body)).toContain(words);
    const { info } = (await get(`/key/info?key=${key}`)).body as { info: Record<string, unknown> };
    const named = { [member]: member === 'key' ? key : info[member] };
    expect(await post(path, { ...named, not_kept: ['something'] })).toMatchObject({ status: 400 });
    await done(path, { ...named, not_kept: null, ...(path === '/key/update' && { models: [] }) });
    await expect.poll(() => statusOf(key), { timeout: 20_000 }).toBe(200);
  });

  test.each([
    'sk-with-a-policy',
    'sk-with-a-heir-of-it',
    'sk-of-an-attached-alias',
    'sk-of-a-guarded-team',
    'sk-of-a-user-with-a-policy',
  ])('and are guardrails of policies stand before them here: %s', async (key) => {
    expect(await statusOf(key)).toBe(200);
    expect(await statusOf(key, { messages: [{ role: 'user', content: 'a persimmon' }] })).toBe(400);
  });

  test('and is said of caches, members, tags, passages and batches holds here too', async () => {
    const body = (error: object) => ({ body: { error } });
    expect(await call('sk-without-cache', 'gpt', { cache: { 'no-cache': true } })).toMatchObject({ status: 200 });
    for (const cache of [{ ttl: 5 }, { 'no-store': true }, { namespace: 'n' }, { 's-maxage': 1 }]) {
      expect(await call('sk-without-cache', 'gpt', { cache })).toMatchObject({
        status: 403,
        ...body({ param: 'cache' }),
      });
    }
    const missing = (param: string) => ({ status: 400, ...body({ param }) });
    expect(await call('sk-with-demands')).toMatchObject(missing('user'));
    expect(await call('sk-with-demands', 'gpt', { user: 'u' })).toMatchObject(missing('metadata'));
    expect(await statusOf('sk-with-demands', { user: 'u', metadata: { why: 'x' } })).toBe(200);
    const tagged = async (tag: string) => statusOf('sk-with-tag-limits', { metadata: { tags: [tag] } });
    expect([await tagged('blue'), await tagged('blue'), await tagged('red')]).toEqual([200, 429, 200]);
    const passed = async (path: string) => (await post(path, {}, 'sk-kept-from-a-passage')).status;
    expect([await passed('/own'), await passed('/other')]).toEqual([403, 200]);
    const batch = await post('/v1/batches', { input_file_id: 'file-1' }, 'sk-with-tokens-of-a-day');
    expect(batch).toMatchObject({ status: 403, ...body({ param: 'tpd_limit' }) });
  });

  test('and is not kept is told once, with how many have it, and by no caller’s secret', () => {
    expect(gateway.logs.filter((one) => one.includes('project Schmal'))).toHaveLength(1);
    expect(gateway.logs.join('\n')).not.toMatch(/sk-of-a-narrow/);
  });

  test('nobody but an administrator lets go of it', async () => {
    const asked = await post('/key/update', { key: 'sk-of-ann-in-a-project', not_kept: null }, 'sk-of-ann');
    expect(asked).toMatchObject({ status: 403, body: { error: { param: 'not_kept' } } });
    expect(await statusOf('sk-of-ann-in-a-project')).toBe(403);
    const { key: made } = await done('/key/generate', {}, 'sk-of-ann');
    await done('/key/update', { key: made, tpd_limit: 5, enforced_params: ['user'] });
    for (const members of [{ tpd_limit: null }, { tpd_limit: 9 }, { enforced_params: [] }, { enforced_params: null }]) {
      expect(await post('/key/update', { key: made, ...members }, 'sk-of-ann')).toMatchObject({ status: 403 });
    }
  });
});
