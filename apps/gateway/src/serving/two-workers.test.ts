import { openAiCompletion, startScriptedUpstream, waitUntil } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel } from '../testing/start-gateway.ts';
import { allServe, childrenOf, servedTogether, startWorkers } from '../testing/start-workers.ts';

/** Each worker is a process of its own, and takes its time on a busy machine. */
const SEVERAL_PROCESSES = { timeout: 180_000 };

describe('a gateway of two workers', SEVERAL_PROCESSES, () => {
  test('answers as many at once as all may together, and frees what a killed one held', async () => {
    const held = Promise.withResolvers<void>();
    let isHeld = true;
    await using upstream = await startScriptedUpstream(async () => {
      if (isHeld) await held.promise;
      return { json: openAiCompletion() };
    });
    const gateway = await startWorkers(2, {
      model_list: [openAiModel('m', upstream.url)],
      general_settings: { master_key: MASTER_KEY, global_max_parallel_requests: 4 },
    });
    onTestFinished(async () => void (await gateway.stop()));
    let refused = 0;
    const calls = Array.from({ length: 16 }, async () => {
      const response = await gateway.post(ask('m')).catch(() => undefined);
      if (response?.status === 429) refused++;
      return response?.status;
    });
    await waitUntil(() => refused === 12, { what: 'the refusals', deadlineMs: 60_000 });
    await waitUntil(() => upstream.requests.length === 4, { what: 'four calls', deadlineMs: 60_000 });
    for (const pid of await childrenOf(gateway.pid)) {
      const times = servedTogether(gateway);
      process.kill(pid, 'SIGKILL');
      await allServe(gateway, times + 1);
    }
    isHeld = false;
    held.resolve();
    await Promise.all(calls);
    const next = await Promise.all(Array.from({ length: 4 }, () => gateway.post(ask('m'))));
    expect(next.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test('goes on with one where the other ends at each start, which is tried again at growing pauses until it serves', async () => {
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const config = { model_list: [openAiModel('m', upstream.url)] };
    const gateway = await startWorkers(2, config);
    onTestFinished(async () => void (await gateway.stop()));
    await gateway.rewriteConfig('model_list: 5');
    const refusals = () => gateway.logs.filter((line) => line.includes('the old one serves on')).length;
    await waitUntil(() => refusals() === 2, { what: 'the refusal of both', deadlineMs: 60_000 });
    const pids = await childrenOf(gateway.pid);
    process.kill(pids[1] as number, 'SIGKILL');
    const pauses = () =>
      gateway.logs.flatMap((line) => /"again_in_ms":(?<ms>\d+)/.exec(line)?.groups?.ms ?? []).map(Number);
    await waitUntil(() => pauses().length >= 4, { what: 'four ends', deadlineMs: 120_000 });
    const [, ...atStarts] = pauses();
    expect(atStarts).toEqual(atStarts.toSorted((one, other) => one - other));
    expect(new Set(atStarts).size).toBe(atStarts.length);
    expect((await gateway.post(ask('m'))).status).toBe(200);
    const health = (await (await gateway.get('/health')).json()) as { problems: { workers?: string } };
    expect(health.problems.workers).toContain('1 of 2 workers serve');
    await gateway.rewriteConfig(config);
    await allServe(gateway, 2);
  });
});
