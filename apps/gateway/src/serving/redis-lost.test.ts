import {
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  waitUntil,
  type RunningRedis,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { holdersOf, type Held } from '../testing/holders.ts';
import { manager, type Answer } from '../testing/manage.ts';
import { openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const REPLICAS = 2;
const ON_BUSY_MACHINES = { timeout: 300_000 };
const SEEN = { timeout: 60_000, interval: 50 };
const AWAITED = { deadlineMs: 120_000 };

/** A tenth of a cent a token, so that 10 + 10 tokens are 0.02 $. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
const CALL_DOLLARS = 0.02;
const PROXY_CALLS = 10;

/** What somebody may have of each limit, and as how many calls. */
const REQUESTS = 6;
const TOKENS = 130;
const AT_ONCE = 4;
const CALLS_PAID = 12;

type Kinds = Readonly<Record<string, () => Promise<Held>>>;

describe('Redis lost and back', { ...requireTool('redis', 'postgres'), ...ON_BUSY_MACHINES }, () => {
  let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
  let redis: RunningRedis;
  let replicas: StartedGateway[];
  let hold: Promise<void> | undefined;

  beforeAll(async () => {
    const usage = { promptTokens: 10, completionTokens: 10 };
    upstream = await startScriptedUpstream(async () => {
      await hold;
      return { json: openAiCompletion({ usage }) };
    });
    redis = await startRedis();
    const config = { model_list: [openAiModel('m', upstream.url, price)] };
    const env = { REDIS_URL: redis.url, LITELLM_DATABASE_URL: await emptyPostgresDatabase() };
    replicas = [];
    for (let index = 0; index < REPLICAS; index++) replicas.push(await startGateway(config, env));
    await all(async (replica) => (await metric(replica, 'showrunner_replicas')) === REPLICAS);
  }, ON_BUSY_MACHINES.timeout);

  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await Promise.all([upstream.close(), redis.close()]);
  }, ON_BUSY_MACHINES.timeout);

  const first = manager(() => replicas[0] as StartedGateway);
  const call = ({ holder, members }: Held, replica: number): Promise<Answer> =>
    manager(() => replicas[replica % REPLICAS] as StartedGateway).call(holder, 'm', { max_tokens: 10, ...members });
  /** So many calls of each at once, one after the other replica: how many of each were let in. */
  const granted = async (held: ReadonlyMap<string, Held>, count: number): Promise<Record<string, number>> => {
    const counts = [...held].map(async ([kind, one]) => {
      const answers = await Promise.all(Array.from({ length: count }, (_, index) => call(one, index)));
      return [kind, answers.filter(({ status }) => status === 200).length] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  };

  /** Each who takes a limit of their own by this member, and whoever is limited by another's. */
  function kinds(member: string, most: number, others: Kinds = {}): Kinds {
    const own = Object.entries(holdersOf(first)).flatMap(([name, { takes, make }]) =>
      takes[member] === undefined || takes[member].kept === 'unserved'
        ? []
        : [[`${name} by ${member}`, () => make({ [member]: most })] as const],
    );
    const shared = async (): Promise<Held> => {
      const { budget_id } = await first.done('/budget/new', { [member]: most });
      return { holder: await first.key({ budget_id }) };
    };
    return { ...Object.fromEntries(own), [`budget by ${member}`]: shared, ...others };
  }

  const memberOf = async (limits: object): Promise<Held> => {
    const { team_id } = await first.done('/team/new', limits);
    const { user_id } = await first.done('/user/new', { auto_create_key: false });
    await first.done('/team/member_add', { team_id, member: { role: 'user', user_id } });
    return { holder: await first.key({ team_id, user_id }) };
  };
  const keyWith = async (limits: object): Promise<Held> => ({ holder: await first.key(limits) });
  const teamWith = async (limits: object): Promise<Held> => ({
    holder: await first.key({ team_id: (await first.done('/team/new', limits)).team_id }),
  });

  const BY_REQUESTS: Kinds = kinds('rpm_limit', REQUESTS, {
    'member by team_member_rpm_limit': () => memberOf({ team_member_rpm_limit: REQUESTS }),
    'key by model_rpm_limit': () => keyWith({ model_rpm_limit: { m: REQUESTS } }),
    'team by model_rpm_limit': () => teamWith({ model_rpm_limit: { m: REQUESTS } }),
  });
  const BY_TOKENS: Kinds = kinds('tpm_limit', TOKENS, {
    'member by team_member_tpm_limit': () => memberOf({ team_member_tpm_limit: TOKENS }),
    'key by model_tpm_limit': () => keyWith({ model_tpm_limit: { m: TOKENS } }),
    'team by model_tpm_limit': () => teamWith({ model_tpm_limit: { m: TOKENS } }),
  });
  const dollars = CALLS_PAID * CALL_DOLLARS;
  const PURSES: Kinds = kinds('max_budget', dollars, {
    'member by team_member_budget': () => memberOf({ team_member_budget: dollars }),
    'key by model_max_budget': () =>
      keyWith({ model_max_budget: { m: { budget_limit: dollars, time_period: '30d' } } }),
    'key by budget_limits': () => keyWith({ budget_limits: [{ max_budget: dollars, budget_duration: '30d' }] }),
  });

  const made = async (of: Kinds): Promise<ReadonlyMap<string, Held>> => {
    const held = new Map<string, Held>();
    for (const [kind, make] of Object.entries(of)) held.set(kind, await make());
    // Whoever knows of what came last knows of all: customers and tags that are new hold nobody before.
    const last = { holder: await first.key() };
    expect(await granted(new Map([['last', last]]), REPLICAS)).toEqual({ last: REPLICAS });
    await first.done('/key/block', { key: last.holder });
    await expect.poll(() => granted(new Map([['last', last]]), REPLICAS), SEEN).toEqual({ last: 0 });
    return held;
  };
  const each = (of: Kinds, count: number) => Object.fromEntries(Object.keys(of).map((kind) => [kind, count]));

  async function lose(): Promise<void> {
    await redis.crash();
    onTestFinished(comeBack);
    await all(isDegraded);
  }

  /** Empty, because it keeps nothing. */
  async function comeBack(): Promise<void> {
    if ((await Promise.all(replicas.map(isDegraded))).includes(true)) await redis.restart();
    await all(async (replica) => !(await isDegraded(replica)));
  }

  async function all(holds: (replica: StartedGateway) => Promise<boolean>): Promise<void> {
    await waitUntil(async () => (await Promise.all(replicas.map(holds))).every(Boolean), {
      what: 'all replicas',
      ...AWAITED,
    });
  }

  test('windows: each gives out its part meanwhile, and what was used then is used afterwards', async () => {
    const [requests, tokens] = [await made(BY_REQUESTS), await made(BY_TOKENS)];
    await lose();
    expect(await granted(requests, 10)).toEqual(each(BY_REQUESTS, REQUESTS));
    const alone = await granted(tokens, 10);
    await comeBack();
    expect(await granted(requests, 2)).toEqual(each(BY_REQUESTS, 0));
    expect(outside(alone, { least: 1, most: TOKENS / 20 })).toEqual([]);
    expect(outside(await spentUp(tokens, alone), { least: 1, most: TOKENS / 20 })).toEqual([]);
  });

  test('slots: those that were held before are held meanwhile and afterwards', async () => {
    const SLOTS = kinds('max_parallel_requests', AT_ONCE);
    const held = await made(SLOTS);
    const count = held.size;
    const before = upstream.requests.length;
    const release = holdUpstream();
    const underWay = granted(held, REPLICAS);
    await waitUntil(() => upstream.requests.length - before === REPLICAS * count, {
      what: 'calls of each',
      ...AWAITED,
    });
    await lose();
    let refused = 0;
    const meanwhile = [...held.values()].flatMap((one) =>
      Array.from({ length: 8 }, async (_, index) => {
        const { status } = await call(one, index);
        if (status === 429) refused++;
        return status;
      }),
    );
    // Of four, one is held at each, and one more is its part.
    await waitUntil(() => refused === 6 * count, { what: 'the refusals', ...AWAITED });
    await waitUntil(() => upstream.requests.length - before === AT_ONCE * count, {
      what: 'four calls of each',
      ...AWAITED,
    });
    await comeBack();
    expect(await granted(held, REPLICAS)).toEqual(each(SLOTS, 0));
    release();
    expect(await underWay).toEqual(each(SLOTS, REPLICAS));
    expect((await Promise.all(meanwhile)).filter((status) => status === 200)).toHaveLength(2 * count);
    const next = await granted(held, 1);
    expect(next).toEqual(each(SLOTS, 1));
  });

  test('purses: each gives out its part of what remains, and what was spent then is spent afterwards', async () => {
    const held = await made(PURSES);
    const before = await granted(held, REPLICAS);
    await lose();
    const alone = await granted(held, 40);
    expect(outside(alone, { least: 1, most: CALLS_PAID })).toEqual([]);
    const paid = Object.fromEntries(Object.keys(alone).map((kind) => [kind, (before[kind] ?? 0) + (alone[kind] ?? 0)]));
    expect(outside(paid, { least: 1, most: CALLS_PAID + REPLICAS })).toEqual([]);
    await comeBack();
    const inAll = await spentUp(held, paid);
    expect(outside(inAll, { least: CALLS_PAID, most: CALLS_PAID + REPLICAS })).toEqual([]);
  });

  test('the budget of all is held too', async () => {
    const server = await startRedis();
    onTestFinished(() => server.close());
    await using gateway = await startGateway(
      {
        model_list: [openAiModel('m', upstream.url, price)],
        litellm_settings: { max_budget: PROXY_CALLS * CALL_DOLLARS, budget_duration: '30d' },
      },
      { REDIS_URL: server.url },
    );
    const { key, call: ask } = manager(() => gateway);
    const holder = await key();
    const calls = async (count: number): Promise<number> => {
      const answers = await Promise.all(Array.from({ length: count }, () => ask(holder, 'm', { max_tokens: 10 })));
      return answers.filter(({ status }) => status === 200).length;
    };
    let paid = await calls(2);
    await server.crash();
    await expect.poll(() => isDegraded(gateway), SEEN).toBe(true);
    paid += await calls(4);
    expect(paid).toBe(6);
    await server.restart();
    await expect.poll(() => isDegraded(gateway), SEEN).toBe(false);
    paid += await calls(20);
    await expect.poll(() => calls(1).then((more) => (paid += more)), SEEN).toBeGreaterThanOrEqual(PROXY_CALLS);
    expect(await calls(5)).toBe(0);
    expect(paid).toBeLessThanOrEqual(PROXY_CALLS + 1);
  });

  /** Holds what the vendor answers until it is released. */
  function holdUpstream(): () => void {
    const held = Promise.withResolvers<void>();
    hold = held.promise;
    const release = (): void => {
      held.resolve();
      hold = undefined;
    };
    onTestFinished(release);
    return release;
  }

  /** With how many calls each has nothing left, beside those that were made. */
  async function spentUp(
    held: ReadonlyMap<string, Held>,
    before: Readonly<Record<string, number>>,
  ): Promise<Record<string, number>> {
    const counts = [...held].map(
      async ([kind, one]) => [kind, (before[kind] ?? 0) + (await callsUntilSpent(one))] as const,
    );
    return Object.fromEntries(await Promise.all(counts));
  }

  async function callsUntilSpent(held: Held): Promise<number> {
    for (let calls = 0; ;) {
      const { status, body } = await call(held, calls);
      if (status === 200) calls++;
      // What the call before has reserved is given back behind its answer.
      else if (!JSON.stringify(body).includes('under way')) return calls;
    }
  }
});

/** Whoever had fewer calls or more. */
function outside(
  counts: Readonly<Record<string, number>>,
  { least, most }: { readonly least: number; readonly most: number },
): readonly (readonly [string, number])[] {
  return Object.entries(counts).filter(([, count]) => count < least || count > most);
}

async function isDegraded(replica: StartedGateway): Promise<boolean> {
  const health = (await (await replica.get('/health')).json()) as { problems?: { shared_state?: string } };
  return health.problems?.shared_state !== undefined;
}

async function metric(replica: StartedGateway, name: string): Promise<number> {
  const text = await (await replica.get('/metrics')).text();
  return Number(new RegExp(`^${name} (?<value>\\S+)$`, 'm').exec(text)?.groups?.value);
}
