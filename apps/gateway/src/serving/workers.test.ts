import {
  openAiChunks,
  openAiCompletion,
  requireTool,
  startRedis,
  startScriptedUpstream,
  startServer,
  waitUntil,
} from '@showrunner/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { manager, type Answer } from '../testing/manage.ts';
import { ask, openAiModel, startGateway, type StartedGateway } from '../testing/start-gateway.ts';
import { allServe, childrenOf, isAlive, servedTogether, startWorkers as start } from '../testing/start-workers.ts';

const WORKERS = 3;
/** Each worker is a process of its own, and takes its time on a busy machine. */
const SEVERAL_PROCESSES = { timeout: 180_000 };
/** What workers hear of each other: a second, on a machine with time. */
const HEARD = { timeout: 30_000, interval: 100 };

/** A tenth of a cent a token, so that 10 + 10 tokens are 0.02 $. */
const price = { input_cost_per_token: 0.001, output_cost_per_token: 0.001 };

const granted = (answers: readonly Answer[]): number => answers.filter(({ status }) => status === 200).length;
const statuses = (answers: readonly Answer[]) =>
  [...new Set(answers.map(({ status }) => status))].sort((one, other) => one - other);

describe('a gateway of several workers', SEVERAL_PROCESSES, () => {
  let upstream: Awaited<ReturnType<typeof startScriptedUpstream>>;
  let gateway: StartedGateway;
  let completionTokens = 10;
  let hold: Promise<void> | undefined;
  const config = () => ({ model_list: [openAiModel('m', upstream.url, price)] });

  beforeAll(async () => {
    upstream = await startScriptedUpstream(async () => {
      const usage = { promptTokens: 10, completionTokens };
      await hold;
      return { json: openAiCompletion({ usage }) };
    });
    gateway = await startWorkers(config());
  }, SEVERAL_PROCESSES.timeout);

  afterAll(async () => {
    await gateway.stop();
    await upstream.close();
  }, SEVERAL_PROCESSES.timeout);

  const by = manager(() => gateway);
  /** So many calls at once, each over a connection of its own, which the workers get in turn. */
  const burst = (count: number, key: string, members: object = { max_tokens: 10 }): Promise<Answer[]> =>
    Promise.all(Array.from({ length: count }, () => by.call(key, 'm', members)));
  const spendOf = async (key: string): Promise<number> =>
    ((await by.get(`/key/info?key=${key}`)).body.info as { spend: number }).spend;

  test('gives out limits of requests, of tokens and of calls at once exactly', async () => {
    expect(granted(await burst(90, await by.key({ rpm_limit: 40 })))).toBe(40);

    const tokens = await by.key({ tpm_limit: 210 });
    const answers: Answer[] = [];
    for (let index = 0; index < 15; index++) answers.push(await by.call(tokens, 'm', { max_tokens: 1 }));
    expect(granted(answers)).toBe(10);

    const slots = await by.key({ max_parallel_requests: 7 });
    const held = Promise.withResolvers<void>();
    hold = held.promise;
    let refused = 0;
    const calls = Promise.all(
      Array.from({ length: 30 }, async () => {
        const answer = await by.call(slots, 'm');
        if (answer.status === 429) refused++;
        return answer;
      }),
    );
    await waitUntil(() => refused === 23, { what: 'the refusals', deadlineMs: 60_000 });
    held.resolve();
    expect(granted(await calls)).toBe(7);
    hold = undefined;
    await expect.poll(async () => (await by.call(slots, 'm')).status, HEARD).toBe(200);
  });

  test('overspends a budget by no more than calls under way use above what they reserved', async () => {
    const [reserved, used, budget] = [0.03, 0.15, 1];
    // Ten tokens in, 20 out are reserved; five times that comes back.
    completionTokens = 140;
    const key = await by.key({ max_budget: budget });
    const before = upstream.requests.length;
    const answers = await burst(200, key, { max_tokens: 20 });
    completionTokens = 10;
    const answered = granted(answers);
    expect(answered).toBe(upstream.requests.length - before);
    expect(statuses(answers)).toEqual([200, 429]);
    const mostUnderWay = Math.floor(budget / reserved) + 1;
    const spent = answered * used;
    expect(spent).toBeGreaterThanOrEqual(budget);
    expect(spent).toBeLessThanOrEqual(budget + mostUnderWay * (used - reserved));
    await expect.poll(() => spendOf(key), HEARD).toBeCloseTo(spent, 6);
    expect(statuses(await burst(6, key))).toEqual([429]);
  });

  test('a key that one worker blocks or deletes is refused by all', async () => {
    for (const [path, body] of [
      ['/key/block', (key: string) => ({ key })],
      ['/key/delete', (key: string) => ({ keys: [key] })],
    ] as const) {
      const key = await by.key();
      expect(statuses(await burst(2 * WORKERS, key))).toEqual([200]);
      await by.done(path, body(key));
      await expect.poll(async () => statuses(await burst(2 * WORKERS, key)), HEARD).toEqual([401]);
    }
  });

  test('whichever worker is asked, its metrics are those of all', async () => {
    const key = await by.key({ key_alias: 'counted', max_budget: 5 });
    expect(granted(await burst(30, key))).toBe(30);
    const count = async () => figure(await (await gateway.get('/metrics')).text(), COUNTED);
    await expect.poll(count, HEARD).toBe(30);
    expect(await Promise.all(Array.from({ length: 9 }, count))).toEqual(Array.from({ length: 9 }, () => 30));
    // Whoever makes a call hears what all before it have cost.
    await by.call(key, 'm');
    const text = await (await gateway.get('/metrics')).text();
    expect(figure(text, /^showrunner_workers (?<value>\S+)$/m)).toBe(WORKERS);
    const remaining = figure(text, /^litellm_remaining_api_key_budget_metric\{.*"counted".*\} (?<value>\S+)$/m);
    expect(remaining).toBeCloseTo(5 - 31 * 0.02, 6);
    const names = text.match(/^# TYPE \S+/gm) ?? [];
    expect(new Set(names).size).toBe(names.length);
  });

  test('answers that one has kept are answers of all', async () => {
    const cached = await startWorkers({ ...config(), litellm_settings: { cache: true } });
    onTestFinished(async () => void (await cached.stop()));
    const before = upstream.requests.length;
    const same = () => cached.post(ask('m', { seed: 1 })).then((response) => response.text());
    await same();
    await Promise.all(Array.from({ length: 4 * WORKERS }, same));
    expect(upstream.requests.length - before).toBe(1);
  });

  test('a changed configuration serves in all of them', async () => {
    const more = { model_list: [openAiModel('m', upstream.url, price), openAiModel('added', upstream.url)] };
    await gateway.rewriteConfig(more);
    const key = await by.key();
    await expect
      .poll(async () => {
        const calls = Array.from({ length: 4 * WORKERS }, () => by.call(key, 'added'));
        return statuses(await Promise.all(calls));
      }, HEARD)
      .toEqual([200]);
  });

  test('one that is killed under load takes nothing of the others with it, frees what it held, and is started again', async () => {
    const workers = await childrenOf(gateway.pid);
    expect(workers).toHaveLength(WORKERS);
    const key = await by.key({ key_alias: 'killed' });
    const counted = async () =>
      figure(
        await (await gateway.get('/metrics')).text(),
        /^litellm_requests_metric_total\{.*"killed".*\} (?<value>\S+)$/m,
      );
    const over = new AbortController();
    const received: number[] = [];
    let lost = 0;
    const callers = Array.from({ length: 12 }, async () => {
      while (!over.signal.aborted) {
        const answer = await by.call(key, 'm').catch(() => undefined);
        if (answer === undefined) lost++;
        else received.push(answer.status);
      }
    });
    await waitUntil(() => received.length > 60, { what: 'the first answers', deadlineMs: 60_000 });
    const before = await counted();
    process.kill(workers[1] as number, 'SIGKILL');
    const then = received.length;
    await waitUntil(() => received.length > then + 60, { what: 'answers of the others', deadlineMs: 60_000 });
    expect(await counted()).toBeGreaterThanOrEqual(before);
    await waitUntil(async () => (await childrenOf(gateway.pid)).length === WORKERS, {
      what: 'another worker',
      deadlineMs: 60_000,
    });
    over.abort();
    await Promise.all(callers);
    // Each caller has one call under way.
    expect(lost).toBeLessThanOrEqual(12);
    expect(new Set(received)).toEqual(new Set([200]));
    expect(gateway.logs.some((line) => line.includes('worker 2 ended by SIGKILL and is started again'))).toBe(true);
    await allServe(gateway, 2);
    const health = (await (await gateway.get('/health')).json()) as { problems: object };
    expect(health.problems).toEqual({});
  });

  test('slots and reservations of those that are killed are free', async () => {
    const key = await by.key({ max_parallel_requests: 4, max_budget: 0.15 });
    const fourUnderWay = async (): Promise<() => Promise<number>> => {
      const held = Promise.withResolvers<void>();
      hold = held.promise;
      const before = upstream.requests.length;
      const calls = Array.from({ length: 4 }, () => by.call(key, 'm', { max_tokens: 10 }).catch(() => undefined));
      await waitUntil(() => upstream.requests.length === before + 4, { what: 'the calls', deadlineMs: 60_000 });
      expect((await by.call(key, 'm')).status).toBe(429);
      return async () => {
        hold = undefined;
        held.resolve();
        return granted((await Promise.all(calls)).filter((answer) => answer !== undefined));
      };
    };
    const before = await fourUnderWay();
    for (const pid of await childrenOf(gateway.pid)) {
      const times = servedTogether(gateway);
      process.kill(pid, 'SIGKILL');
      await allServe(gateway, times + 1);
    }
    expect(await before()).toBe(0);
    expect(await (await fourUnderWay())()).toBe(4);
  });
});

const COUNTED = /^litellm_requests_metric_total\{.*"counted".*\} (?<value>\S+)$/m;

describe('several workers', SEVERAL_PROCESSES, () => {
  test('are stopped together: streams end whole, and nothing that was spent is lost', async () => {
    await using upstream = await startScriptedUpstream([{ sse: openAiChunks('word '.repeat(20)), gapMs: 40 }]);
    const gateway = await startWorkers({ model_list: [openAiModel('m', upstream.url)] });
    const workers = await childrenOf(gateway.pid);
    const response = await gateway.post(ask('m', { stream: true }));
    await waitUntil(() => upstream.requests.length === 1, { what: 'the upstream call' });
    const stopped = gateway.stop();
    expect(await response.text()).toMatch(/\[DONE\]\n\n$/);
    expect(await stopped).toBe(0);
    expect(workers.filter(isAlive)).toEqual([]);
    expect(gateway.logs.filter((line) => line.includes('"msg":"stopped"'))).toHaveLength(WORKERS);
    expect(gateway.logs.at(-1)).toContain('all workers have stopped');
  });

  test('end by themselves when the process that started them is killed, with what is under way', async () => {
    await using upstream = await startScriptedUpstream([{ sse: openAiChunks('word '.repeat(20)), gapMs: 40 }]);
    const gateway = await startWorkers({ model_list: [openAiModel('m', upstream.url)] });
    onTestFinished(async () => void (await gateway.stop()));
    const workers = await childrenOf(gateway.pid);
    const response = await gateway.post(ask('m', { stream: true }));
    process.kill(gateway.pid as number, 'SIGKILL');
    expect(await response.text()).toMatch(/\[DONE\]\n\n$/);
    await waitUntil(() => !workers.some(isAlive), { what: 'the end of the workers', deadlineMs: 60_000 });
  });

  test('where the first cannot start, none is started, and it is said once', async () => {
    const refusal = async (env: Record<string, string>): Promise<string[]> => {
      const error: unknown = await startGateway('model_list: 5', env).catch((reason: unknown) => reason);
      const lines = error instanceof Error ? error.message.split('\n').slice(1) : [];
      return lines.map((line) => line.replace(/\S*config.yaml/, ''));
    };
    const alone = await refusal({});
    expect(alone.join()).toContain('model_list');
    expect(await refusal({ NUM_WORKERS: '3' })).toEqual(alone);
    const taken = await startGateway({ model_list: [] });
    onTestFinished(async () => void (await taken.stop()));
    const mainFile = new URL('../main.ts', import.meta.url).pathname;
    const args = ['--model', 'openai/m', '--host', '127.0.0.1', '--port', new URL(taken.url).port, '--workers', '2'];
    await expect(startServer(mainFile, { args })).rejects.toThrow(/ended with 1 [^]*Port \d+ on 127.0.0.1 is taken/);
  });

  test('an embedded model is loaded by one alone', async () => {
    const mainFile = new URL('../main.ts', import.meta.url).pathname;
    const args = ['--model', 'local/qwen2.5-1.5b-instruct', '--port', '0', '--host', '127.0.0.1', '--workers', '4'];
    await using server = await startServer(mainFile, { args });
    await expect
      .poll(() => server.logs.filter((line) => line.includes('one worker serves instead of 4')), HEARD)
      .toHaveLength(1);
    expect(await childrenOf(server.process.pid)).toHaveLength(1);
  });

  test('with Redis count there, as gateways on several machines do', requireTool('redis'), async () => {
    await using redis = await startRedis();
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const config = {
      model_list: [openAiModel('m', upstream.url)],
      general_settings: { master_key: 'sk-test-master', rpm_limit: 50 },
    };
    const gateways = [
      await startWorkers(config, { REDIS_URL: redis.url }),
      await startWorkers(config, { REDIS_URL: redis.url }),
    ];
    onTestFinished(async () => void (await Promise.all(gateways.map((gateway) => gateway.stop()))));
    const answers: (Response | undefined)[] = [];
    for (let round = 0; round < 6; round++) {
      const calls = Array.from({ length: 15 }, async (_, index) => await gateways[index % 2]?.post(ask('m')));
      answers.push(...(await Promise.all(calls)));
    }
    expect(answers.filter((response) => response?.status === 200)).toHaveLength(50);
  });
});

function figure(text: string, line: RegExp): number {
  return Number(line.exec(text)?.groups?.value);
}

function startWorkers(config: object | string, env: Record<string, string> = {}): Promise<StartedGateway> {
  return start(WORKERS, config, env);
}
