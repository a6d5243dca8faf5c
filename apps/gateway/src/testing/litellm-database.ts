import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@showrunner/store';
import { emptyPostgresDatabase, restorePostgres } from '@showrunner/testkit';
import { sql } from 'kysely';
import nacl from 'tweetnacl';

/** Under which the LiteLLM of the tests encrypted what it stored. */
export const LITELLM_SALT = 'sk-salt-of-a-litellm';

const schema = join(import.meta.dirname, '../import/__fixtures__/litellm-proxy-extras-0.4.110.sql');

/** A Postgres that LiteLLM's published migrations made, still empty. */
export async function emptyLiteLlmDatabase(): Promise<string> {
  const url = await emptyPostgresDatabase();
  await restorePostgres(url, await readFile(schema, 'utf8'));
  return url;
}

/** Runs statements on a database, and gives the rows of the last. */
export async function runSql(url: string, ...statements: readonly string[]): Promise<Record<string, unknown>[]> {
  const database = await openDatabase<unknown>({ url, file: '', owner: 'a test', schema: TESTS }, []);
  let rows: Record<string, unknown>[] = [];
  try {
    for (const text of statements) ({ rows } = await sql.raw<Record<string, unknown>>(text).execute(database.query));
  } finally {
    await database.dispose();
  }
  return rows;
}

const TESTS = { name: 'tests', formerTables: [] } as const;

/** A text as LiteLLM's `encrypt_value_helper` writes it. */
export function encryptedByLiteLlm(text: string, key = LITELLM_SALT): string {
  const nonce = randomBytes(nacl.secretbox.nonceLength);
  const sealed = nacl.secretbox(Buffer.from(text), nonce, createHash('sha256').update(key).digest());
  return Buffer.concat([nonce, sealed]).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** A literal of SQL. */
export function literal(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${text.replaceAll("'", "''")}'`;
}

/** How many keys there are that have nothing of their own: `sk-old-1`, `sk-old-2`, … */
export const MANY_KEYS = 3_000;

const BY = "'admin', 'admin'";

/**
 * A LiteLLM in use: thousands of keys, and of each kind something that is half spent. Windows end in an hour.
 *
 * @param upstream where its stored model is called
 */
export async function usedLiteLlmDatabase(upstream: string): Promise<string> {
  const url = await emptyLiteLlmDatabase();
  const sha = (key: string) => `encode(sha256('${key}'::bytea), 'hex')`;
  const inAnHour = "(now() at time zone 'utc') + interval '1 hour'";
  const anHourAgo = "(now() at time zone 'utc') - interval '1 hour'";
  const params = (model: string) => ({
    model: encryptedByLiteLlm(model),
    api_base: encryptedByLiteLlm(`${upstream}/v1`),
    api_key: encryptedByLiteLlm('sk-of-a-vendor'),
    input_cost_per_token: 0.001,
    output_cost_per_token: 0.001,
  });
  const environment = { DEIN_SCHLÜSSEL: encryptedByLiteLlm('sk-aus-der-umgebung') };
  await runSql(
    url,
    `INSERT INTO "LiteLLM_BudgetTable" (budget_id, max_budget, budget_duration, budget_reset_at, rpm_limit, created_by, updated_by) VALUES
      ('shared', 10, '1d', ${inAnHour}, 50, ${BY}), ('of-org', 100, NULL, NULL, NULL, ${BY}),
      ('of-member', 5, NULL, NULL, NULL, ${BY}), ('of-customer', 1, '7d', ${inAnHour}, NULL, ${BY})`,
    `INSERT INTO "LiteLLM_OrganizationTable" (organization_id, organization_alias, budget_id, models, spend, created_by, updated_by)
      VALUES ('org-1', 'Größe AG', 'of-org', '{}', 40, ${BY})`,
    `INSERT INTO "LiteLLM_UserTable" (user_id, user_email, user_role, max_budget, spend, models, password) VALUES
      ('ann', 'Ann@Example.com', 'internal_user', 20, 10, '{}', 'hash-of-a-password'), ('root', NULL, 'proxy_admin', NULL, 0, '{}', NULL),
      ('litellm-proxy-budget', NULL, NULL, NULL, 77, '{}', NULL)`,
    `INSERT INTO "LiteLLM_OrganizationMembership" (user_id, organization_id, user_role) VALUES ('ann', 'org-1', 'org_admin')`,
    `INSERT INTO "LiteLLM_ModelTable" (id, aliases, created_by, updated_by) VALUES (7, '{"fast": "stored"}', ${BY})`,
    `INSERT INTO "LiteLLM_TeamTable" (team_id, team_alias, organization_id, members_with_roles, models, max_budget, spend, budget_duration, budget_reset_at, model_id, metadata)
      VALUES ('blue', 'Blau', 'org-1', '[{"role":"admin","user_id":"ann"},{"role":"user","user_id":"bob"}]', '{stored,gpt}', 10, 9.5, '30d', ${inAnHour}, 7, '{"guardrails": []}')`,
    `INSERT INTO "LiteLLM_TeamMembership" (user_id, team_id, spend, budget_id) VALUES ('ann', 'blue', 2.5, 'of-member')`,
    `INSERT INTO "LiteLLM_EndUserTable" (user_id, alias, spend, budget_id, blocked) VALUES ('kunde', 'Kunde 1', 0.75, 'of-customer', false), ('gesperrt', NULL, 0, NULL, true)`,
    `INSERT INTO "LiteLLM_TagTable" (tag_name, description, models, spend, budget_id, created_by) VALUES ('red', 'rot', '{}', 1.5, 'shared', 'admin')`,
    `INSERT INTO "LiteLLM_ModelAccessGroupBudgetTable" (access_group_name, spend, budget_id, created_by, updated_by, updated_at) VALUES ('frontier', 4, 'shared', ${BY}, now())`,
    `INSERT INTO "LiteLLM_AccessGroupTable" (access_group_id, access_group_name, access_model_names, assigned_key_ids)
      VALUES ('group-1', 'beta', '{stored}', ARRAY[${sha('sk-half-spent')}])`,
    `INSERT INTO "LiteLLM_VerificationToken" (token, key_name, key_alias, models, team_id, user_id, max_budget, spend, budget_duration, budget_reset_at, metadata, rpm_limit, expires, blocked, budget_id, model_spend, model_max_budget, tpd_limit, total_spend, budget_limits, created_by) VALUES
      (${sha('sk-half-spent')}, 'sk-...pent', 'half', '{stored,gpt}', NULL, NULL, 0.03, 0.015, '1d', ${inAnHour}, '{"tags": ["red"]}', NULL, NULL, NULL, NULL, '{}', '{}', 1000, 3, NULL, 'root'),
      (${sha('sk-spent-up')}, 'sk-...t-up', 'spent', '{}', NULL, NULL, 1, 1.5, '1d', ${inAnHour}, '{}', NULL, NULL, NULL, NULL, '{}', '{}', NULL, 1.5, NULL, 'root'),
      (${sha('sk-over-and-new')}, 'sk-...-new', 'window-over', '{}', NULL, NULL, 1, 1.5, '1d', ${anHourAgo}, '{}', NULL, NULL, NULL, NULL, '{}', '{}', NULL, 1.5, NULL, 'root'),
      (${sha('sk-of-the-team')}, 'sk-...team', 'team-key', '{all-team-models}', 'blue', 'ann', NULL, 0.25, NULL, NULL, '{}', NULL, NULL, NULL, NULL, '{}', '{}', NULL, 0.25, NULL, 'root'),
      (${sha('sk-blocked')}, 'sk-...cked', 'blocked', '{}', NULL, NULL, NULL, 0, NULL, NULL, '{}', NULL, NULL, true, NULL, '{}', '{}', NULL, 0, NULL, 'root'),
      (${sha('sk-expired')}, 'sk-...ired', 'expired', '{}', NULL, NULL, NULL, 0, NULL, NULL, '{}', NULL, ${anHourAgo}, NULL, NULL, '{}', '{}', NULL, 0, NULL, 'root'),
      (${sha('sk-shares-a-budget')}, 'sk-...dget', 'half', '{}', NULL, NULL, NULL, 10, NULL, NULL, '{}', NULL, NULL, NULL, 'shared', '{}', '{}', NULL, 10, NULL, 'root'),
      (${sha('sk-in-windows')}, 'sk-...dows', 'windows', '{}', NULL, NULL, NULL, 0.5, NULL, NULL, '{}', NULL, NULL, NULL, NULL, '{}', '{}', NULL, 0.5, '[{"budget_duration": "1h", "max_budget": 0.5}]', 'root'),
      (${sha('sk-session-of-the-pages')}, 'sk-...ages', NULL, '{}', 'litellm-dashboard', 'root', 1, 0, NULL, NULL, '{}', NULL, NULL, NULL, NULL, '{}', '{}', NULL, 0, NULL, 'root')`,
    `INSERT INTO "LiteLLM_BudgetWindowSpend" (entity_type, entity_id, window_duration, window_start, spend, updated_at)
      VALUES ('key', ${sha('sk-in-windows')}, '1h', (now() at time zone 'utc') - interval '1 minute', 0.5, now())`,
    `INSERT INTO "LiteLLM_DeprecatedVerificationToken" (id, token, active_token_id, revoke_at)
      VALUES ('d1', ${sha('sk-before-half-spent')}, ${sha('sk-half-spent')}, ${inAnHour})`,
    `INSERT INTO "LiteLLM_VerificationToken" (token, key_name, key_alias, models, spend)
      SELECT encode(sha256(('sk-old-' || n)::bytea), 'hex'), 'sk-...' || n, 'alt ' || n, '{gpt}', n / 1000.0 FROM generate_series(1, ${MANY_KEYS}) AS n`,
    `INSERT INTO "LiteLLM_CredentialsTable" (credential_id, credential_name, credential_values, credential_info, created_by, updated_by)
      VALUES ('c-1', 'vendor', ${literal({ api_key: encryptedByLiteLlm('sk-of-a-credential'), api_base: encryptedByLiteLlm(`${upstream}/v1`) })}, '{"custom_llm_provider": "openai"}', ${BY})`,
    `INSERT INTO "LiteLLM_ProxyModelTable" (model_id, model_name, litellm_params, model_info, blocked, created_by, updated_by) VALUES
      ('m-1', 'stored', ${literal(params('openai/gpt-5.4'))}, '{"id": "m-1", "db_model": true}', false, ${BY}),
      ('m-2', 'paused', ${literal(params('openai/gpt-5.4'))}, '{"id": "m-2", "db_model": true}', true, ${BY}),
      ('m-3', 'by-credential', ${literal({ model: encryptedByLiteLlm('openai/gpt-5.4'), litellm_credential_name: encryptedByLiteLlm('vendor') })}, '{"id": "m-3", "db_model": true}', false, ${BY})`,
    `INSERT INTO "LiteLLM_Config" (param_name, param_value) VALUES
      ('router_settings', '{"num_retries": 1}'), ('environment_variables', ${literal(environment)}), ('general_settings', '{"store_model_in_db": true}')`,
  );
  return url;
}
