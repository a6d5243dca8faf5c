import {
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startFaultProxy,
  startRedis,
  startScriptedUpstream,
  waitUntil,
  type FaultProxy,
  type RunningRedis,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { manager, type Answer } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';

const REPLICAS = 3;
/** Each replica is a process of its own, and takes its time on a busy machine. */
const SEVERAL_SERVERS = { timeout: 180_000 };
/** What is told to the others through Redis, or found in the database: a second and five, on a machine with time. */
const SEEN = { timeout: 30_000, interval: 50 };

/** A tenth of a cent a token, so that 10 + 10 tokens are 0.02 $. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };
const CALL_DOLLARS = 0.02;

describe(
  'three gateways with one Redis and one Postgres',
  { ...requireTool('redis', 'postgres'), ...SEVERAL_SERVERS },
  () => {
    let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
    let redis: RunningRedis;
    let postgres: FaultProxy;
    let replicas: StartedGateway[];
    /** What the vendor says a call has used, and when it answers. */
    let completionTokens = 10;
    let hold: Promise<void> | undefined;

    beforeAll(async () => {
      upstream = await startScriptedUpstream(async () => {
        const usage = { promptTokens: 10, completionTokens };
        await hold;
        return { json: openAiCompletion({ usage }) };
      });
      redis = await startRedis();
      const database = new URL(await emptyPostgresDatabase());
      postgres = await startFaultProxy({ port: Number(database.port) });
      database.port = String(postgres.port);
      const config = { model_list: [openAiModel('m', upstream.url, price)] };
      const env = { REDIS_URL: redis.url, LITELLM_DATABASE_URL: database.href };
      replicas = [];
      for (let index = 0; index < REPLICAS; index++) replicas.push(await startGateway(config, env));
    }, SEVERAL_SERVERS.timeout);

    afterAll(async () => {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await Promise.all([upstream.close(), redis.close(), postgres.close()]);
    }, SEVERAL_SERVERS.timeout);

    const at = (index: number) => manager(() => replicas[index % REPLICAS] as StartedGateway);
    const call = (index: number, key: string, members: object = { max_tokens: 10 }) =>
      at(index).call(key, 'm', members);
    /** So many calls at once, one after the other replica. */
    const burst = (count: number, key: string, members?: object): Promise<Answer[]> =>
      Promise.all(Array.from({ length: count }, (_, index) => call(index, key, members)));
    const granted = (answers: readonly Answer[]): number => answers.filter(({ status }) => status === 200).length;
    const statuses = (answers: readonly Answer[]) =>
      [...new Set(answers.map(({ status }) => status))].sort((one, other) => one - other);
    const spendOf = async (key: string): Promise<number> => {
      const { body } = await at(0).get(`/key/info?key=${key}`);
      return (body.info as { spend: number }).spend;
    };

    test('give out a limit of requests exactly', async () => {
      const key = await at(0).key({ rpm_limit: 40 });
      const answers = await burst(120, key);
      expect(statuses(answers)).toEqual([200, 429]);
      expect(granted(answers)).toBe(40);
    });

    test('give out a limit of tokens exactly, by what was used', async () => {
      const key = await at(1).key({ tpm_limit: 210 });
      const answers: Answer[] = [];
      for (let index = 0; index < 15; index++) answers.push(await call(index, key, { max_tokens: 1 }));
      expect(granted(answers)).toBe(10);
    });

    test('give out slots exactly', async () => {
      const key = await at(2).key({ max_parallel_requests: 7 });
      const held = Promise.withResolvers<void>();
      const before = upstream.requests.length;
      hold = held.promise;
      onTestFinished(() => {
        held.resolve();
        hold = undefined;
      });
      let refused = 0;
      const answers = Promise.all(
        Array.from({ length: 30 }, async (_, index) => {
          const answer = await call(index, key);
          if (answer.status === 429) refused++;
          return answer;
        }),
      );
      await waitUntil(() => refused === 23, { what: 'the refusals', deadlineMs: 60_000 });
      await waitUntil(() => upstream.requests.length - before === 7, {
        what: 'seven calls under way',
        deadlineMs: 60_000,
      });
      held.resolve();
      expect(granted(await answers)).toBe(7);
      hold = undefined;
      await expect.poll(async () => (await call(1, key)).status, SEEN).toBe(200);
    });

    test.each(['1h', '30s', '2d'])(
      'a budget of %s has one window for all of them, whoever saw it first',
      async (duration) => {
        const key = await at(0).key({ max_budget: 0.1, budget_duration: duration });
        // Each has seen the key before anything is spent.
        await Promise.all([0, 1, 2].map((index) => at(index).get('/v1/models', key)));
        await Promise.all([call(0, key), call(1, key), call(2, key)]);
        const answers = await burst(60, key);
        const admitted = granted(answers) + 3;
        expect(statuses(answers)).toContain(429);
        expect(admitted * CALL_DOLLARS).toBeLessThanOrEqual(0.1 + CALL_DOLLARS);
      },
    );

    /** Ten tokens in, or as many as the question is long, and 20 out are reserved, at least; up to five times that comes back. */
    const RESERVED = 0.03;
    const USED = 0.15;
    const useMore = (): void => {
      completionTokens = 140;
      onTestFinished(() => void (completionTokens = 10));
    };

    test('overspend, where all calls are under way at once, by what each of them uses above what it reserved', async () => {
      useMore();
      const budget = 1;
      const key = await at(0).key({ max_budget: budget });
      const held = Promise.withResolvers<void>();
      hold = held.promise;
      onTestFinished(() => {
        held.resolve();
        hold = undefined;
      });
      const before = upstream.requests.length;
      let refused = 0;
      const calls = Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const answer = await call(index, key, { max_tokens: 20 });
          if (answer.status !== 200) refused++;
          return answer;
        }),
      );
      const underWay = (): number => upstream.requests.length - before;
      await waitUntil(() => refused + underWay() === 200, {
        what: 'each of two hundred calls to be let in or refused',
        deadlineMs: 60_000,
      });
      held.resolve();
      hold = undefined;
      const answered = granted(await calls);
      expect(answered).toBe(underWay());
      // What is reserved never is above the budget, and a question counts as at least its ten tokens.
      expect(answered).toBeLessThanOrEqual(Math.floor(budget / RESERVED));
      const spent = answered * USED;
      expect(spent).toBeGreaterThan(budget);
      // The bound of the documents: what was reserved lies within the budget, and each adds what it uses beyond.
      expect(spent).toBeLessThanOrEqual(budget + answered * (USED - RESERVED));
      await expect.poll(() => spendOf(key), SEEN).toBeCloseTo(spent, 6);
      expect((await call(2, key)).status).toBe(429);
    });

    test.each([1, 20])(
      'overspend a budget of %i $ by no more than that, in whichever order calls end',
      async (budget) => {
        useMore();
        const key = await at(0).key({ max_budget: budget });
        const before = upstream.requests.length;
        const answers = await burst(200, key, { max_tokens: 20 });
        const answered = granted(answers);
        completionTokens = 10;
        expect(answered).toBe(upstream.requests.length - before);
        const spent = answered * USED;
        const mostUnderWay = Math.min(answered, Math.floor(budget / RESERVED) + 1);
        expect(spent).toBeLessThanOrEqual(budget + mostUnderWay * (USED - RESERVED));
        // Whoever was refused was refused because nothing was left.
        expect(answered === 200 || spent >= budget).toBe(true);
        await expect.poll(() => spendOf(key), SEEN).toBeCloseTo(spent, 6);
        expect((await call(2, key)).status).toBe(429);
      },
    );

    test('a key that is blocked or deleted at one is refused by all', async () => {
      for (const [path, member] of [
        ['/key/block', 'key'],
        ['/key/delete', 'keys'],
      ] as const) {
        const key = await at(0).key();
        expect(statuses(await burst(REPLICAS, key))).toEqual([200]);
        await at(1).done(path, { [member]: member === 'keys' ? [key] : key });
        await expect.poll(async () => statuses(await burst(REPLICAS, key)), SEEN).toEqual([401]);
      }
    });

    test('Redis away: each gives out its part, and afterwards all is counted', async () => {
      const budget = 30 * CALL_DOLLARS;
      const limited = await at(0).key({ rpm_limit: 30 });
      const paying = await at(0).key({ max_budget: budget });
      expect(granted(await burst(6, paying))).toBe(6);
      expect(granted(await burst(REPLICAS, limited))).toBe(REPLICAS);
      await all(async (replica) => (await replicasKnownTo(replica)) === REPLICAS);
      await redis.crash();
      onTestFinished(backAgain);
      await all(isDegraded);
      const alone = await burst(60, limited);
      expect(granted(alone)).toBe(30);
      const paidAlone = granted(await burst(60, paying, { max_tokens: 10 }));
      // Each knows what it has spent itself, and what Redis has told it.
      expect(paidAlone).toBeGreaterThan(0);
      expect(6 + paidAlone).toBeLessThanOrEqual(30 + REPLICAS);
      await backAgain();
      expect(granted(await burst(6, limited))).toBe(0);
      let paidAfter = 0;
      for (let isSpent = false; !isSpent;) {
        const { status, body } = await call(paidAfter, paying);
        if (status === 200) paidAfter++;
        // What the call before has reserved is given back behind its answer.
        else isSpent = !JSON.stringify(body).includes('under way');
      }
      const paid = 6 + paidAlone + paidAfter;
      expect(paid).toBeGreaterThanOrEqual(30);
      expect(paid).toBeLessThanOrEqual(30 + REPLICAS);
      await expect.poll(() => spendOf(paying), SEEN).toBeCloseTo(paid * CALL_DOLLARS, 6);
      // Slots that were given back meanwhile are free.
      expect((await call(1, paying)).status).toBe(429);
    });

    test('Redis away: a key that is blocked at one is refused by all, of which the database alone tells', async () => {
      const blocked = await at(0).key();
      expect(statuses(await burst(REPLICAS, blocked))).toEqual([200]);
      await redis.crash();
      onTestFinished(backAgain);
      await all(isDegraded);
      await at(2).done('/key/block', { key: blocked });
      await expect.poll(async () => statuses(await burst(REPLICAS, blocked)), SEEN).toEqual([401]);
    });

    test('scripts that Redis has forgotten are sent again', async () => {
      const key = await at(0).key({ rpm_limit: 20 });
      const first = await burst(10, key);
      await redisCommand('SCRIPT FLUSH');
      const second = await burst(20, key);
      expect([granted(first), granted(second)]).toEqual([10, 10]);
      expect(await isDegraded(replicas[0] as StartedGateway)).toBe(false);
    });

    test('the database away in the middle of traffic: keys that were seen serve, and what they spend is written afterwards', async () => {
      const first = upstream.requests.length;
      const key = await at(0).key({ max_budget: 10, rpm_limit: 10_000 });
      const unseen = await at(0).key();
      // What changed of a key is looked up anew by whoever hears of it: all have heard of all once the last is seen.
      await at(0).done('/key/block', { key });
      await expect.poll(async () => statuses(await burst(REPLICAS, key)), SEEN).toEqual([401]);
      await at(0).done('/key/unblock', { key });
      await expect.poll(async () => statuses(await burst(REPLICAS, key)), SEEN).toEqual([200]);
      const before = upstream.requests.length;
      expect(statuses(await burst(REPLICAS, key))).toEqual([200]);
      expect(upstream.requests.length - before).toBe(REPLICAS);
      // What was let in until now is written, so that what comes is told apart from it.
      const spent = (upstream.requests.length - first) * CALL_DOLLARS;
      await expect.poll(() => spendOf(key), SEEN).toBeCloseTo(spent, 6);
      postgres.down();
      onTestFinished(() => postgres.up());
      const meanwhile = await Promise.all(Array.from({ length: 60 }, (_, index) => named(index, key)));
      expect(new Set(meanwhile)).toEqual(new Set([200]));
      const refused = await at(1).call(unseen, 'm');
      expect(refused.status).toBe(503);
      expect((await at(1).call('sk-nobody-has-this', 'm')).status).toBe(503);
      postgres.up();
      await expect.poll(async () => (await at(1).call(unseen, 'm')).status, SEEN).toBe(200);
      await expect.poll(() => spendOf(key), SEEN).toBeCloseTo(spent + 60 * CALL_DOLLARS, 6);
      await expect.poll(namedRows, SEEN).toBe(60);
    });

    /** Redis as the next test wants it, however this one went. */
    async function backAgain(): Promise<void> {
      if ((await Promise.all(replicas.map(isDegraded))).includes(true)) await redis.restart();
      await all(async (replica) => !(await isDegraded(replica)));
    }

    /** A call whose row is found again. */
    async function named(index: number, key: string): Promise<number> {
      const headers = { authorization: `Bearer ${key}`, 'x-litellm-call-id': `away-${index}` };
      const response = await (replicas[index % REPLICAS] as StartedGateway).post(ask('m', { max_tokens: 10 }), headers);
      await response.text();
      return response.status;
    }

    async function namedRows(): Promise<number> {
      const response = await (replicas[0] as StartedGateway).get('/spend/logs');
      const rows = (await response.json()) as { litellm_call_id: string | null }[];
      return new Set(rows.flatMap(({ litellm_call_id: id }) => (id?.startsWith('away-') ? [id] : []))).size;
    }

    async function all(holds: (replica: StartedGateway) => Promise<boolean>): Promise<void> {
      await expect.poll(async () => (await Promise.all(replicas.map(holds))).every(Boolean), SEEN).toBe(true);
    }

    async function redisCommand(line: string): Promise<void> {
      const { connect } = await import('node:net');
      const socket = connect(redis.port, redis.host);
      socket.write(`${line}\r\nQUIT\r\n`);
      let reply = '';
      for await (const part of socket) reply += String(part);
      expect(reply).toMatch(/^\+OK/);
    }
  },
);

async function isDegraded(replica: StartedGateway): Promise<boolean> {
  const health = (await (await replica.get('/health')).json()) as { problems?: { shared_state?: string } };
  return health.problems?.shared_state !== undefined;
}

async function replicasKnownTo(replica: StartedGateway): Promise<number> {
  const text = await (await replica.get('/metrics')).text();
  return Number(/^showrunner_replicas (?<value>\S+)$/m.exec(text)?.groups?.value);
}
