import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openAiCompletion, startScriptedUpstream, type ScriptedUpstream } from '@showrunner/testkit';
import { holdersOf, newName, type Held } from '../testing/holders.ts';
import { manager } from '../testing/manage.ts';
import { openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { budgetMembers } from './budgets/budget-members.ts';
import { changedKeyMembers } from './keys/key-members.ts';
import type { MemberTable } from './members.ts';
import { changedMember, newTeamMembers } from './teams/team-members.ts';
import { newUserMembers } from './users/user-members.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let upstream: ScriptedUpstream;
let gateway: StartedGateway;
beforeAll(async () => {
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
  gateway = await startGateway({
    model_list: [openAiModel('gpt', upstream.url, price)],
    litellm_settings: { cache: true },
  });
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

const { done, post, call, key } = manager(() => gateway);
const HOLDERS = holdersOf({ done, key });

/** What limits or narrows, each with a value that lets nothing through that the call here says. */
const NARROWS: Readonly<Record<string, unknown>> = {
  models: ['another'],
  max_budget: 0,
  budget_limits: [{ max_budget: 0, budget_duration: '1d' }],
  model_max_budget: { gpt: 0 },
  max_parallel_requests: 0,
  rpm_limit: 0,
  tpm_limit: 0,
  model_rpm_limit: { gpt: 0 },
  model_tpm_limit: { gpt: 0 },
  tag_rpm_limit: { blue: 0 },
  blocked: true,
  allowed_routes: ['/embeddings'],
  key_type: 'management',
  allowed_cache_controls: ['no-store'],
  enforced_params: ['reasoning_effort'],
  allowed_model_region: 'nowhere',
  guardrails: ['nobody’s'],
};

/** What is read to make, find or give, or told and shown alone: it limits nobody. */
const OTHERS = new Set(
  `key user_id team_id organization_id budget_id name key_alias team_alias organization_alias user_alias alias
   user_email description metadata spend members_with_roles admins members teams member role auto_create_key
   sso_user_id not_kept model_aliases aliases config disable_global_guardrails`.split(/\s+/),
);

/** What limits in a way that a call at once does not show, with the test that shows it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  budget_duration: 'keys/budget-holders.test.ts',
  soft_budget: 'observe/alerts/budget-event.test.ts',
  duration: 'keys/keys.test.ts',
  user_role: 'who-may.test.ts',
  permissions: 'who-may.test.ts',
  tags: 'admit/tags.test.ts',
  access_group_ids: 'models/stored-models.test.ts',
  allowed_passthrough_routes: 'admit/truth-table.test.ts',
  denied_passthrough_routes: 'import/not-kept.test.ts',
  tpd_limit: 'import/not-kept.test.ts',
  end_user_budget_id: 'admit/customers.test.ts',
  temp_budget_increase: 'keys/budgets.test.ts',
  temp_budget_expiry: 'keys/budgets.test.ts',
  default_team_member_models: 'teams/teams.test.ts',
  team_member_permissions: 'teams/teams.test.ts',
  max_budget_in_team: 'keys/budget-holders.test.ts',
  allowed_models: 'teams/teams.test.ts',
  team_member_budget: 'keys/budget-holders.test.ts',
  team_member_budget_duration: 'keys/budget-holders.test.ts',
  team_member_rpm_limit: 'teams/teams.test.ts',
  team_member_tpm_limit: 'teams/teams.test.ts',
  team_member_model_max_budget: 'keys/budget-holders.test.ts',
};

const TABLES: Readonly<Record<string, MemberTable>> = {
  ...Object.fromEntries(Object.entries(HOLDERS).map(([name, { takes }]) => [name, takes])),
  'changed key': changedKeyMembers,
  'new team': newTeamMembers,
  'new user': newUserMembers,
  'member of a team': changedMember,
  budget: budgetMembers,
};

const serves = (table: MemberTable, name: string): boolean =>
  table[name] !== undefined && table[name].kept !== 'unserved';

test.each(Object.entries(TABLES))('it is known of each member of a %s what becomes of it', (_, table) => {
  const served = Object.keys(table).filter((name) => serves(table, name));
  expect(served.filter((name) => !(name in NARROWS) && !(name in ELSEWHERE) && !OTHERS.has(name))).toEqual([]);
});

const narrowing = Object.entries(HOLDERS).flatMap(([name, { takes, make }]) =>
  Object.entries(NARROWS).flatMap(([member, value]) => (serves(takes, member) ? [{ name, member, value, make }] : [])),
);

async function statusOf({ holder, members }: Held): Promise<number> {
  const said = { max_tokens: 5, cache: { 'no-cache': true }, tags: ['blue'] };
  return (await call(holder, 'gpt', { ...said, ...members })).status;
}

describe('what narrows is never only kept', () => {
  test.each(Object.entries(HOLDERS))('and without it a %s calls', async (_, { make }) => {
    expect(await statusOf(await make({}))).toBe(200);
  });

  test.each(narrowing)('$member of a $name acts', async ({ member, value, make }) => {
    expect([400, 401, 403, 429]).toContain(await statusOf(await make({ [member]: value })));
  });
});

/** To make one of each, with what that needs. */
const MAKE: Readonly<Record<string, { readonly path: string; readonly needs?: () => object }>> = {
  key: { path: '/key/generate' },
  user: { path: '/user/new' },
  team: { path: '/team/new' },
  organization: { path: '/organization/new', needs: () => ({ organization_alias: newName() }) },
  customer: { path: '/customer/new', needs: () => ({ user_id: newName() }) },
  tag: { path: '/tag/new', needs: () => ({ name: newName() }) },
  budget: { path: '/budget/new' },
};

const refused = Object.entries(MAKE).flatMap(([name, { path, needs }]) =>
  Object.entries(TABLES[name] ?? {}).flatMap(([member, { kept }]) =>
    kept === 'unserved' ? [{ name, member, path, needs }] : [],
  ),
);

test.each(refused)(
  '$member of a $name is refused, because nothing here goes by it',
  async ({ member, path, needs }) => {
    const answer = await post(path, { ...needs?.(), [member]: ['something'] });
    expect(answer).toMatchObject({ status: 400, body: { error: { param: member } } });
  },
);
