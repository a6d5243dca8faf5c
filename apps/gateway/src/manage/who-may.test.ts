import { fillPath, type Route } from '@showrunner/routes';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { manager } from '../testing/manage.ts';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { managementRoutes } from './serve-management.ts';

// Every route is asked by everybody, each time with things of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let gateway: StartedGateway;
beforeAll(async () => {
  gateway = await startGateway({
    model_list: [openAiModel('gpt', 'http://127.0.0.1:9')],
    general_settings: { master_key: MASTER_KEY, store_model_in_db: true },
  });
  callers = await makeCallers();
});
afterAll(() => gateway.stop());

const { done, get } = manager(() => gateway);

/** Who asks. Nobody but the admins of the team and of its organization has to do with what is asked about. */
type CallerKind =
  | 'key without a user'
  | 'internal user'
  | 'internal viewer'
  | 'viewer of all'
  | 'admin of the team'
  | 'admin of another team'
  | 'admin of its organization'
  | 'proxy admin'
  | 'master key';

let callers: Readonly<Record<CallerKind, string>>;

/** What there is to ask about: a team of an organization with a member, who has a key. */
interface Things {
  readonly team: string;
  readonly organization: string;
  readonly user: string;
  readonly key: string;
  readonly budget: string;
  readonly model: string;
  /** The access group that the model names. */
  readonly models: string;
  readonly credential: string;
  readonly group: string;
  readonly customer: string;
  readonly label: string;
}

const PROXY_ADMINS: readonly CallerKind[] = ['proxy admin', 'master key'];
const WHO_SEE_ALL: readonly CallerKind[] = [...PROXY_ADMINS, 'viewer of all'];
const OF_TEAM: readonly CallerKind[] = [...PROXY_ADMINS, 'admin of the team'];
const OF_ORGANIZATION: readonly CallerKind[] = [...PROXY_ADMINS, 'admin of its organization'];
const OF_BOTH: readonly CallerKind[] = [...OF_TEAM, 'admin of its organization'];
const WHO_READ_TEAM: readonly CallerKind[] = [...OF_BOTH, 'viewer of all'];
const EVERYBODY: readonly CallerKind[] = [
  ...WHO_READ_TEAM,
  'key without a user',
  'internal user',
  'internal viewer',
  'admin of another team',
];

/** A stored model that calls nobody. */
const MOCKED = { model: 'openai/gpt-5.4', mock_response: 'ok' };

const LANGFUSE = { langfuse_public_key: 'pk', langfuse_secret_key: 'sk' };

type Asked = readonly [may: readonly CallerKind[], ask: (things: Things) => object];

/** Makes names that nobody has. */
let made = 0;

/** Who may, and what is asked: the body, or the query. All others get a 403, and who has no key a 401. */
const TABLE: Readonly<Record<string, Asked>> = {
  makeKey: [OF_TEAM, ({ team }) => ({ team_id: team })],
  makeServiceKey: [OF_TEAM, ({ team }) => ({ team_id: team })],
  getKey: [[...OF_TEAM, 'viewer of all'], ({ key }) => ({ key })],
  getKeys: [[...OF_TEAM, 'viewer of all'], ({ key }) => ({ keys: [key] })],
  // Whose key has no user sees that key alone.
  listKeys: [[...OF_TEAM, 'viewer of all', 'key without a user'], ({ team }) => ({ team_id: team })],
  listKeyAliases: [EVERYBODY, () => ({})],
  checkKey: [EVERYBODY, () => ({})],
  changeKey: [OF_TEAM, ({ key }) => ({ key, key_alias: null })],
  changeKeys: [PROXY_ADMINS, ({ key }) => ({ keys: [{ key, tags: ['red'] }] })],
  changeTeamKeys: [OF_BOTH, ({ team, key }) => ({ team_id: team, key_ids: [key], update_fields: { tags: ['red'] } })],
  removeKeys: [OF_TEAM, ({ key }) => ({ keys: [key] })],
  blockKey: [OF_TEAM, ({ key }) => ({ key })],
  unblockKey: [OF_TEAM, ({ key }) => ({ key })],
  resetSpend: [PROXY_ADMINS, ({ key }) => ({ key, reset_to: 0 })],
  renewKey: [OF_TEAM, ({ key }) => ({ key })],
  renewNamedKey: [OF_TEAM, ({ key }) => ({ key })],
  makeTeam: [OF_ORGANIZATION, ({ organization }) => ({ organization_id: organization })],
  getTeam: [WHO_READ_TEAM, ({ team }) => ({ team_id: team })],
  listTeams: [EVERYBODY, () => ({})],
  pageTeams: [EVERYBODY, () => ({})],
  listAvailableTeams: [EVERYBODY, () => ({})],
  changeTeam: [OF_BOTH, ({ team }) => ({ team_id: team, team_alias: 'changed' })],
  patchTeam: [OF_BOTH, ({ team }) => ({ team_id: team, team_alias: 'changed' })],
  addManyMembers: [OF_BOTH, ({ team }) => ({ team_id: team, members: [{ role: 'user', user_id: 'internal' }] })],
  getOwnMembership: [['admin of the team'], ({ team }) => ({ team_id: team })],
  resetMemberSpend: [OF_BOTH, ({ team, user }) => ({ team_id: team, user_id: user, reset_to: 0 })],
  getMemberPermissions: [WHO_READ_TEAM, ({ team }) => ({ team_id: team })],
  setMemberPermissions: [OF_BOTH, ({ team }) => ({ team_id: team, team_member_permissions: ['/key/info'] })],
  addMemberPermissions: [PROXY_ADMINS, ({ team }) => ({ team_ids: [team], permissions: ['/key/info'] })],
  removeTeams: [OF_ORGANIZATION, ({ team }) => ({ team_ids: [team] })],
  blockTeam: [OF_ORGANIZATION, ({ team }) => ({ team_id: team })],
  unblockTeam: [OF_ORGANIZATION, ({ team }) => ({ team_id: team })],
  addTeamMembers: [OF_BOTH, ({ team }) => ({ team_id: team, member: { role: 'user', user_id: 'internal' } })],
  changeTeamMember: [OF_BOTH, ({ team, user }) => ({ team_id: team, user_id: user, rpm_limit: 1 })],
  removeTeamMember: [OF_BOTH, ({ team, user }) => ({ team_id: team, user_id: user })],
  addTeamModels: [OF_BOTH, ({ team }) => ({ team_id: team, models: ['gpt'] })],
  removeTeamModels: [OF_BOTH, ({ team }) => ({ team_id: team, models: ['gpt'] })],
  addTeamCallback: [
    OF_BOTH,
    ({ team }) => ({ team_id: team, callback_name: 'langsmith', callback_vars: { langsmith_api_key: 'ls' } }),
  ],
  getTeamCallbacks: [OF_BOTH, ({ team }) => ({ team_id: team })],
  removeTeamCallback: [OF_BOTH, ({ team }) => ({ team_id: team, callback_name: 'langfuse' })],
  disableTeamLogging: [OF_BOTH, ({ team }) => ({ team_id: team })],
  makeUser: [PROXY_ADMINS, () => ({ user_role: 'proxy_admin' })],
  getUser: [[...OF_TEAM, 'viewer of all'], ({ user }) => ({ user_id: user })],
  getUserAlone: [[...OF_TEAM, 'viewer of all'], ({ user }) => ({ user_id: user })],
  listUsers: [WHO_SEE_ALL, () => ({})],
  changeUser: [PROXY_ADMINS, ({ user }) => ({ user_id: user, max_budget: 5 })],
  changeUsers: [PROXY_ADMINS, ({ user }) => ({ users: [{ user_id: user, max_budget: 5 }] })],
  removeUsers: [PROXY_ADMINS, ({ user }) => ({ user_ids: [user] })],
  makeOrganization: [PROXY_ADMINS, () => ({ organization_alias: 'new' })],
  getOrganization: [[...OF_ORGANIZATION, 'viewer of all'], ({ organization: id }) => ({ organization_id: id })],
  listOrganizations: [EVERYBODY, () => ({})],
  changeOrganization: [PROXY_ADMINS, ({ organization: id }) => ({ organization_id: id, max_budget: 1 })],
  removeOrganizations: [PROXY_ADMINS, ({ organization: id }) => ({ organization_ids: [id] })],
  addOrganizationMembers: [
    OF_ORGANIZATION,
    ({ organization: id }) => ({ organization_id: id, member: { role: 'internal_user', user_id: 'internal' } }),
  ],
  changeOrganizationMember: [
    OF_ORGANIZATION,
    ({ organization: id, user }) => ({ organization_id: id, user_id: user, role: 'internal_user_viewer' }),
  ],
  removeOrganizationMember: [OF_ORGANIZATION, ({ organization: id, user }) => ({ organization_id: id, user_id: user })],
  makeBudget: [PROXY_ADMINS, () => ({ max_budget: 1 })],
  getBudgets: [WHO_SEE_ALL, ({ budget }) => ({ budgets: [budget] })],
  listBudgets: [WHO_SEE_ALL, () => ({})],
  getBudgetSettings: [WHO_SEE_ALL, ({ budget }) => ({ budget_id: budget })],
  changeBudget: [PROXY_ADMINS, ({ budget }) => ({ budget_id: budget, max_budget: 2 })],
  removeBudget: [PROXY_ADMINS, ({ budget }) => ({ id: budget })],
  addModel: [PROXY_ADMINS, () => ({ model_name: 'added', litellm_params: MOCKED })],
  changeModel: [PROXY_ADMINS, ({ model }) => ({ model_info: { id: model }, litellm_params: MOCKED })],
  patchModel: [PROXY_ADMINS, ({ model }) => ({ model_id: model })],
  removeModel: [PROXY_ADMINS, ({ model }) => ({ id: model })],
  blockModel: [PROXY_ADMINS, ({ model }) => ({ model_id: model })],
  unblockModel: [PROXY_ADMINS, ({ model }) => ({ model_id: model })],
  addCredential: [PROXY_ADMINS, () => ({ credential_name: `new ${made++}`, credential_values: {} })],
  listCredentials: [WHO_SEE_ALL, () => ({})],
  getCredential: [WHO_SEE_ALL, ({ credential }) => ({ credential_name: credential })],
  getCredentialOfModel: [WHO_SEE_ALL, ({ model }) => ({ model_id: model })],
  changeCredential: [PROXY_ADMINS, ({ credential }) => ({ credential_name: credential })],
  removeCredential: [PROXY_ADMINS, ({ credential }) => ({ credential_name: credential })],
  addAccessGroup: [PROXY_ADMINS, () => ({ access_group_name: `new ${made++}` })],
  listAccessGroups: [WHO_SEE_ALL, () => ({})],
  getAccessGroup: [WHO_SEE_ALL, ({ group }) => ({ access_group_id: group })],
  changeAccessGroup: [PROXY_ADMINS, ({ group }) => ({ access_group_id: group })],
  removeAccessGroup: [PROXY_ADMINS, ({ group }) => ({ access_group_id: group })],
  addModelTag: [PROXY_ADMINS, ({ model }) => ({ access_group: `new ${made++}`, model_ids: [model] })],
  listModelTags: [WHO_SEE_ALL, () => ({})],
  getModelTag: [WHO_SEE_ALL, ({ models }) => ({ access_group: models })],
  changeModelTag: [PROXY_ADMINS, ({ models, model }) => ({ access_group: models, model_ids: [model] })],
  removeModelTag: [PROXY_ADMINS, ({ models }) => ({ access_group: models })],
  getModelTagBudget: [WHO_SEE_ALL, ({ models }) => ({ access_group: models })],
  setModelTagBudget: [PROXY_ADMINS, ({ models }) => ({ access_group: models, max_budget: 1 })],
  removeModelTagBudget: [PROXY_ADMINS, ({ models }) => ({ access_group: models })],
  setFallback: [PROXY_ADMINS, ({ label }) => ({ model: label, fallback_models: ['gpt'] })],
  getFallback: [WHO_SEE_ALL, ({ label }) => ({ model: label })],
  removeFallback: [PROXY_ADMINS, ({ label }) => ({ model: label })],
  listGuardrails: [EVERYBODY.filter((kind) => kind !== 'key without a user'), () => ({})],
  listPlacedGuardrails: [EVERYBODY.filter((kind) => kind !== 'key without a user'), () => ({})],
  makeCustomer: [PROXY_ADMINS, () => ({ user_id: `made-${++made}` })],
  getCustomer: [WHO_SEE_ALL, ({ customer }) => ({ end_user_id: customer })],
  listCustomers: [WHO_SEE_ALL, () => ({})],
  changeCustomer: [PROXY_ADMINS, ({ customer }) => ({ user_id: customer, max_budget: 1 })],
  removeCustomers: [PROXY_ADMINS, ({ customer }) => ({ user_ids: [customer] })],
  blockCustomers: [PROXY_ADMINS, ({ customer }) => ({ user_ids: [customer] })],
  unblockCustomers: [PROXY_ADMINS, ({ customer }) => ({ user_ids: [customer] })],
  makeTag: [PROXY_ADMINS, () => ({ name: `made-${++made}` })],
  changeTag: [PROXY_ADMINS, ({ label }) => ({ name: label, max_budget: 1 })],
  getTags: [WHO_SEE_ALL, ({ label }) => ({ names: [label] })],
  // Each sees the tags of their own key.
  listTags: [EVERYBODY.filter((kind) => kind !== 'key without a user'), () => ({})],
  removeTag: [PROXY_ADMINS, ({ label }) => ({ name: label })],
};

const TAGS = new Set([
  'Keys',
  'Teams',
  'Users',
  'Organizations',
  'Budgets',
  'Customers',
  'Tags',
  'Stored models',
  'Credentials',
  'Access groups',
  'Guardrails',
]);
const walked: readonly (readonly [string, Route])[] = Object.entries(managementRoutes).filter(([, { tag }]) =>
  TAGS.has(tag),
);

test('the table says of every route of management who may', () => {
  expect(walked.map(([id]) => id).sort()).toEqual(Object.keys(TABLE).sort());
});

test.each(walked)('%s is for those whom the table names, and for nobody else', async (id, route) => {
  const [may, asked]: Asked = TABLE[id] ?? [[], () => ({})];
  const foreign = await makeThings();
  const before = await shown(foreign);
  expect(await statusOf(route, asked(foreign), undefined)).toBe(401);
  expect(await statusOf(route, asked(foreign), 'sk-made-up-by-somebody')).toBe(401);
  const refused = EVERYBODY.filter((kind) => !may.includes(kind));
  const statuses = await Promise.all(refused.map((kind) => statusOf(route, asked(foreign), callers[kind])));
  expect(Object.fromEntries(refused.map((kind, index) => [kind, statuses[index]]))).toEqual(
    Object.fromEntries(refused.map((kind) => [kind, 403])),
  );
  expect(await shown(foreign)).toEqual(before);
  for (const kind of may)
    expect([kind, await statusOf(route, asked(await makeThings()), callers[kind])]).toEqual([kind, 200]);
});

async function statusOf({ method, path }: Route, asked: object, key: string | undefined): Promise<number> {
  const isRead = method === 'get';
  const left: Record<string, unknown> = { ...asked };
  const filled = fillPath(path, (name) => {
    delete left[name];
    return encodeURIComponent(String((asked as Record<string, unknown>)[name]));
  });
  const query = isRead ? `?${new URLSearchParams(left as Record<string, string>).toString()}` : '';
  const response = await fetch(gateway.url + filled + query, {
    method: method.toUpperCase(),
    headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
    ...(!isRead && { body: JSON.stringify(left) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** What of these things everybody's requests must leave as it is. */
async function shown({ team, organization }: Things): Promise<unknown> {
  const infos = [`/team/info?team_id=${team}`, `/organization/info?organization_id=${organization}`];
  return Promise.all(infos.map((path) => get(path)));
}

async function makeThings(): Promise<Things> {
  const { organization_id: organization } = await done('/organization/new', { organization_alias: 'org' });
  const { team_id: team } = await done('/team/new', {
    organization_id: organization,
    metadata: { logging: [{ callback_name: 'langfuse', callback_vars: LANGFUSE }] },
  });
  const { user_id: user } = await done('/user/new', { auto_create_key: false });
  const { budget_id: budget } = await done('/budget/new', { max_budget: 1 });
  await done('/team/member_add', {
    team_id: team,
    member: [
      { role: 'user', user_id: user },
      { role: 'admin', user_id: 'team admin' },
    ],
  });
  await done('/organization/member_add', {
    organization_id: organization,
    member: [
      { role: 'internal_user', user_id: user },
      { role: 'org_admin', user_id: 'org admin' },
    ],
  });
  const { user_id: customer } = await done('/customer/new', { user_id: `customer-${++made}` });
  const label = `label-${++made}`;
  await done('/tag/new', { name: label });
  const { token } = await done('/key/generate', { team_id: team, user_id: user });
  const { model_id: model } = await done('/model/new', {
    model_name: label,
    litellm_params: MOCKED,
    model_info: { access_groups: [`models-${label}`] },
  });
  await done('/fallback', { model: label, fallback_models: ['gpt'] });
  await done('/credentials', { credential_name: label, credential_values: { api_base: 'https://api.example.com' } });
  const { access_group_id: group } = await done('/v1/access_group', { access_group_name: label });
  return {
    team,
    organization,
    user,
    budget,
    customer,
    label,
    model,
    models: `models-${label}`,
    credential: label,
    group,
    key: token,
  } as Things;
}

async function makeCallers(): Promise<Readonly<Record<CallerKind, string>>> {
  const userKey = async (userId: string, role: string) =>
    String((await done('/user/new', { user_id: userId, user_role: role })).key);
  const other = await userKey('other admin', 'internal_user');
  await done('/team/new', { members_with_roles: [{ role: 'admin', user_id: 'other admin' }] });
  return {
    'key without a user': String((await done('/key/generate', {})).key),
    'internal user': await userKey('internal', 'internal_user'),
    'internal viewer': await userKey('internal viewer', 'internal_user_viewer'),
    'viewer of all': await userKey('viewer', 'proxy_admin_viewer'),
    'admin of the team': await userKey('team admin', 'internal_user'),
    'admin of another team': other,
    'admin of its organization': await userKey('org admin', 'internal_user'),
    'proxy admin': await userKey('proxy admin', 'proxy_admin'),
    'master key': MASTER_KEY,
  };
}
