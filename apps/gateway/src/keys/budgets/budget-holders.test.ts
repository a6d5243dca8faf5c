import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { budgetMembers } from '../../manage/budgets/budget-members.ts';
import { changedMember } from '../../manage/teams/team-members.ts';
import { holdersOf, newName, type Held } from '../../testing/holders.ts';
import { manager } from '../../testing/manage.ts';
import { openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A vendor that answers ten tokens with ten, at a tenth of a cent each: 0.02 $ a call. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
let gateway: StartedGateway;
beforeAll(async () => {
  const usage = { promptTokens: 10, completionTokens: 10 };
  upstream = await startScriptedUpstream(() => ({ json: openAiCompletion({ usage }) }));
  gateway = await startGateway({ model_list: [openAiModel('gpt', upstream.url, price)] });
});
afterAll(async () => {
  await gateway.stop();
  await upstream[Symbol.asyncDispose]();
});

const { done, key, call } = manager(() => gateway);

/** What a budget may be: of so much, in windows or for good. */
interface Limits {
  readonly max_budget: number | null;
  readonly budget_duration?: string;
}

const HOLDERS = holdersOf(manager(() => gateway));

/** The ways in which a budget can be written, by the member that says it. */
const FORMS: Readonly<Record<string, (limits: Limits) => object>> = {
  budget_duration: (limits) => limits,
  budget_limits: ({ max_budget, budget_duration = '30d' }) =>
    max_budget === null ? {} : { budget_limits: [{ max_budget, budget_duration }] },
  model_max_budget: (limits) => ({ model_max_budget: modelBudgets(limits) }),
};

function modelBudgets({ max_budget: dollars, budget_duration: time }: Limits): object {
  return dollars === null ? {} : { gpt: { budget_limit: dollars, time_period: time } };
}

/** Each holder by each member that it takes: whatever comes to take one is tested with the rest. */
const OWN: Readonly<Record<string, (limits: Limits) => Promise<Held>>> = Object.fromEntries(
  Object.entries(HOLDERS).flatMap(([name, { takes, make: makeHolder }]) =>
    Object.entries(FORMS).flatMap(([member, written]) =>
      takes[member] === undefined || takes[member].kept === 'unserved'
        ? []
        : [[`${name} by ${member}`, (limits: Limits) => makeHolder(written(limits))] as const],
    ),
  ),
);

/** Makes one of each kind that may have a budget. */
const KINDS: Readonly<Record<string, (limits: Limits) => Promise<Held>>> = {
  ...OWN,
  'member by the budget of all': async ({ max_budget, budget_duration }) => {
    const { team_id } = await done('/team/new', {
      team_member_budget: max_budget,
      team_member_budget_duration: budget_duration ?? null,
    });
    return { holder: await memberKey(team_id) };
  },
  'member by their own': async ({ max_budget, budget_duration }) => {
    const { team_id } = await done('/team/new', {});
    const own = { max_budget_in_team: max_budget, budget_duration: budget_duration ?? null };
    return { holder: await memberKey(team_id, own) };
  },
  'member for a model': async (limits) => {
    const { team_id } = await done('/team/new', {
      team_member_model_max_budget: modelBudgets(limits),
    });
    return { holder: await memberKey(team_id) };
  },
  'customer by the budget of a key': async (limits) => {
    const { budget_id } = await done('/budget/new', limits);
    return { holder: await key({ end_user_budget_id: budget_id }), members: { user: newName() } };
  },
  ...Object.fromEntries(
    Object.entries(HOLDERS).flatMap(([name, { takes, make: makeHolder }]) =>
      takes.budget_id === undefined
        ? []
        : [
            [
              `${name} by a budget that several share`,
              async (limits: Limits) => makeHolder({ budget_id: (await done('/budget/new', limits)).budget_id }),
            ] as const,
          ],
    ),
  ),
};

test('each member that gives a budget a time is among what is tested', () => {
  const tables = { ...HOLDERS, budget: { takes: budgetMembers }, member: { takes: changedMember } };
  const timed = Object.entries(tables).flatMap(([name, { takes }]) =>
    Object.keys(takes).flatMap((member) =>
      /budget_duration$|budget_limits$|model_max_budget$/.test(member) && takes[member]?.kept !== 'unserved'
        ? [`${name}.${member}`]
        : [],
    ),
  );
  const tested = [
    ...Object.keys(OWN).map((kind) => kind.replace(' by ', '.')),
    'budget.budget_duration',
    'budget.model_max_budget',
    'member.budget_duration',
    'member.model_max_budget',
    'team.team_member_budget_duration',
    'team.team_member_model_max_budget',
  ];
  expect(timed.sort()).toEqual(tested.sort());
});

async function memberKey(teamId: unknown, limits: object = {}): Promise<string> {
  const { user_id } = await done('/user/new', { auto_create_key: false });
  await done('/team/member_add', { team_id: teamId, member: { role: 'user', user_id }, ...limits });
  return key({ team_id: teamId, user_id });
}

async function statusOf({ holder, members }: Held): Promise<number> {
  return (await call(holder, 'gpt', { max_tokens: 5, ...members })).status;
}

const kinds = Object.keys(KINDS);
const make = (kind: string, limits: Limits): Promise<Held> => {
  const made = KINDS[kind];
  if (!made) throw new Error(`There is no ${kind}.`);
  return made(limits);
};

describe('the budget of each who may have one', () => {
  test.each(kinds)(
    'refuses a %s that has come to it to the cent, with whose it is, what is spent and what may be',
    async (kind) => {
      const held = await make(kind, { max_budget: 0.02 });
      expect(await statusOf(held)).toBe(200);
      const { status, body } = await call(held.holder, 'gpt', { max_tokens: 5, ...held.members });
      expect(status).toBe(429);
      expect(JSON.stringify(body)).toMatch(/(Key|User|Team|Organization|Tag)=.*0\.02.*0\.02/);
    },
  );

  test.each(kinds)('of nothing refuses a %s all that costs', async (kind) => {
    expect(await statusOf(await make(kind, { max_budget: 0 }))).toBe(429);
  });

  test.each(kinds)('that is none holds no %s', async (kind) => {
    const held = await make(kind, { max_budget: null });
    expect([await statusOf(held), await statusOf(held)]).toEqual([200, 200]);
  });

  test.each(kinds)('of a %s begins anew when its window is over', async (kind) => {
    const held = await make(kind, { max_budget: 0.01, budget_duration: '5s' });
    expect(await statusOf(held)).toBe(200);
    // On a busy machine the next window may have begun meanwhile.
    await expect.poll(() => statusOf(held), { timeout: 30_000 }).toBe(429);
    await expect.poll(() => statusOf(held), { timeout: 30_000, interval: 500 }).toBe(200);
  });
});
