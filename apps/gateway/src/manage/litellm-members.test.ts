import { expect, test } from 'vitest';
import members from '../litellm/members.generated.json' with { type: 'json' };
import { managedGateway } from '../testing/manage.ts';
import { MASTER_KEY as MASTER } from '../testing/start-gateway.ts';

const { done, post, get, key, url } = managedGateway({ store_model_in_db: true });

type Values = Readonly<Record<string, unknown>>;

/** What a route is asked with beside the one member, and where that is read afterwards. */
interface Way {
  readonly needs: () => Promise<Record<string, unknown>>;
  /** Of what was answered, and what was asked. */
  readonly shown?: (answer: Values, asked: Values) => string;
}

let made = 0;
const name = () => `made ${++made}`;
const team = async () => ({ team_id: (await done('/team/new', {})).team_id });
const member = async () => {
  const user_id = name();
  const { team_id } = await team();
  await done('/team/member_add', { team_id, member: { role: 'user', user_id } });
  return { team_id, user_id };
};
const organization = async () => ({
  organization_id: (await done('/organization/new', { organization_alias: name() })).organization_id,
});
const customer = async () => {
  const user_id = name();
  await done('/customer/new', { user_id });
  return { user_id };
};
const PARAMS = { model: 'openai/x', api_key: 'k' };
const teamInfo = ({ team_id: id }: Values): string => `/team/info?team_id=${String(id)}`;

const WAYS: Readonly<Record<string, Way>> = {
  'POST /key/generate': { needs: async () => ({}), shown: ({ key: one }) => `/key/info?key=${String(one)}` },
  'POST /key/service-account/generate': { needs: team, shown: ({ key: one }) => `/key/info?key=${String(one)}` },
  'POST /key/update': {
    needs: async () => ({ key: await key() }),
    shown: (_, { key: one }) => `/key/info?key=${String(one)}`,
  },
  'POST /key/regenerate': {
    needs: async () => ({ key: await key() }),
    shown: ({ key: one }) => `/key/info?key=${String(one)}`,
  },
  'POST /key/{key}/regenerate': { needs: async () => ({}), shown: ({ key: one }) => `/key/info?key=${String(one)}` },
  'POST /team/new': { needs: async () => ({}), shown: teamInfo },
  'POST /team/update': { needs: team, shown: teamInfo },
  'PATCH /team/{team_id}': { needs: async () => ({}), shown: teamInfo },
  'POST /team/member_add': {
    needs: async () => ({ ...(await team()), member: { role: 'user', user_id: name() } }),
    shown: teamInfo,
  },
  'POST /team/member_update': { needs: member, shown: teamInfo },
  'POST /team/bulk_member_add': {
    needs: async () => ({ ...(await team()), members: [{ role: 'user', user_id: name() }] }),
    shown: teamInfo,
  },
  'POST /user/new': { needs: async () => ({}), shown: ({ user_id: id }) => `/user/info?user_id=${String(id)}` },
  'POST /user/update': { needs: async () => ({ user_id: (await done('/user/new', {})).user_id }) },
  'POST /customer/new': { needs: async () => ({ user_id: name() }) },
  'POST /customer/update': { needs: customer },
  'POST /budget/new': { needs: async () => ({}) },
  'POST /budget/update': { needs: async () => ({ budget_id: (await done('/budget/new', {})).budget_id }) },
  'POST /organization/new': { needs: async () => ({ organization_alias: name() }) },
  'POST /organization/member_add': {
    needs: async () => ({ ...(await organization()), member: { role: 'internal_user', user_id: name() } }),
    shown: (_, { organization_id: id }) => `/organization/info?organization_id=${String(id)}`,
  },
  'POST /tag/new': { needs: async () => ({ name: name() }) },
  'POST /tag/update': {
    needs: async () => {
      const tag = name();
      await done('/tag/new', { name: tag });
      return { name: tag };
    },
  },
  'POST /model/new': { needs: async () => ({ model_name: name(), litellm_params: PARAMS }) },
  'POST /credentials': {
    needs: async () => ({ credential_name: name(), credential_values: {} }),
    shown: (_, { credential_name: one }) => `/credentials/by_name/${String(one)}`,
  },
  'POST /v1/access_group': { needs: async () => ({ access_group_name: name() }) },
  'POST /access_group/new': {
    needs: async () => ({
      access_group: name(),
      model_ids: [(await done('/model/new', { model_name: name(), litellm_params: PARAMS })).model_id],
    }),
  },
  'POST /fallback': { needs: async () => ({ model: 'gpt', fallback_models: ['claude'] }) },
};

/** What LiteLLM's description says of a member in general, where more is asked of it. */
const FITTING: Readonly<Record<string, () => unknown>> = {
  budget_limits: () => [{ max_budget: 7.5, budget_duration: '30d' }],
  members_with_roles: () => [{ role: 'admin', user_id: name() }],
  member: () => ({ role: 'user', user_id: name() }),
  model_max_budget: () => ({ gpt: 7.5 }),
  team_member_model_max_budget: () => ({ gpt: 7.5 }),
  soft_budget: () => 0.5,
};

/** Members that say something together alone. */
const BESIDE: Values = { temp_budget_increase: 1, temp_budget_expiry: '2030-01-01T00:00:00.000Z' };

/** Members that are told by another name, or act on the request alone, with the test that shows how. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  duration: 'keys/keys.test.ts: expires',
  grace_period: 'keys/keys.test.ts',
  key: 'keys/keys.test.ts: told by its digest',
  new_key: 'keys/keys.test.ts: told by its digest',
  auto_create_key: 'users/users.test.ts',
  config: 'users/users.test.ts: of the user’s key',
  permissions: 'users/users.test.ts: of the user’s key',
  metadata: 'keys/keys.test.ts: with what the route adds',
  admins: 'teams/teams.test.ts: members_with_roles',
  members: 'teams/teams.test.ts: members_with_roles',
  member: 'teams/teams.test.ts: members_with_roles',
  ...Object.fromEntries(
    ['budget', 'budget_duration', 'rpm_limit', 'tpm_limit', 'model_max_budget'].map((limit) => [
      `team_member_${limit}`,
      'teams/teams.test.ts: the budget that members share',
    ]),
  ),
  model_id: 'models/stored-models.test.ts: whose values a credential takes',
  max_budget_in_team: 'teams/teams.test.ts: max_budget',
  all_users: 'in-bulk.test.ts',
  credential_values: 'models/stored-models.test.ts: masked',
  litellm_params: 'models/stored-models.test.ts: without secrets',
  model_info: 'models/stored-models.test.ts',
};

const routes = Object.entries(members.routes as Readonly<Record<string, Values>>).filter(([route]) => route in WAYS);

test('each way to make or change something is one of LiteLLM’s', () => {
  expect(routes.map(([route]) => route).sort()).toEqual(Object.keys(WAYS).sort());
});

test.each(routes)('%s drops no member in silence', { timeout: 300_000 }, async (route, described) => {
  const dropped: string[] = [];
  for (const [one, general] of Object.entries(described)) {
    const fate = await fateOf(route, one, FITTING[one]?.() ?? general);
    if (fate !== undefined && !(one in ELSEWHERE)) dropped.push(`${one}: ${fate}`);
  }
  expect(dropped).toEqual([]);
});

/** What became of a member that is neither kept and told nor refused by its name; nothing where all is well. */
async function fateOf(route: string, one: string, value: unknown): Promise<string | undefined> {
  const { needs, shown } = WAYS[route] as Way;
  const needed = await needs();
  // What a request cannot do without is in every other one.
  if (Object.hasOwn(needed, one)) return undefined;
  const body = { ...needed, ...(one in BESIDE && BESIDE), [one]: value };
  const { status, answer } = await send(route, body);
  if (status >= 500) return `${status}`;
  if (status >= 400) {
    const { param, message } = answer.error as { param: unknown; message: string };
    // A thing that is named and is not there is named by its kind.
    return String(param).includes(one) || (one in BESIDE && String(param) in BESIDE) || message.includes(String(value))
      ? undefined
      : `${status} ${String(param)} ${message}`;
  }
  if (holds(answer, one, value)) return undefined;
  const told = shown ? (await get(shown(answer, { ...body, ...asked.path }))).body : {};
  return holds(told, one, value) ? undefined : 'neither told nor refused';
}

/** What stands in the path of the last request. */
const asked: { path: Record<string, unknown> } = { path: {} };

async function send(route: string, body: object): Promise<{ status: number; answer: Values }> {
  const [method = '', path = ''] = route.split(' ');
  asked.path = path.includes('{team_id}') ? await team() : path.includes('{key}') ? { key: await key() } : {};
  const filled = path.replace(/\{(\w+)\}/, (_, part: string) => String(asked.path[part]));
  if (method === 'POST') {
    const answer = await post(filled, body);
    return { status: answer.status, answer: answer.body };
  }
  const response = await fetch(url() + filled, {
    method,
    headers: { authorization: `Bearer ${MASTER}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Values };
}

/** Whether a member stands anywhere in an answer with this value, or with all that it says. */
function holds(answer: unknown, one: string, value: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  if (Object.hasOwn(answer, one) && isIn(value, (answer as Values)[one])) return true;
  return Object.values(answer).some((part) => holds(part, one, value));
}

function isIn(value: unknown, told: unknown): boolean {
  if (Array.isArray(value))
    return Array.isArray(told) && value.every((each) => told.some((other) => isIn(each, other)));
  if (typeof value !== 'object' || value === null) return value === told;
  return Object.entries(value).every(([each, part]) => isIn(part, (told as Values | null)?.[each]));
}
