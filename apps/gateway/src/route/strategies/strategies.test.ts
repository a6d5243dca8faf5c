import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callGroup } from '../../call/call-group.ts';
import { readConfig } from '../../config/load-config.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { DeploymentStates } from '../../exchange/deployment/deployment-state.ts';
import { callingOf, configOf, exchangeOf } from '../../testing/open-exchange.ts';
import { costBased } from './cost-based.ts';
import { latencyBased } from './latency-based.ts';
import { leastBusy } from './least-busy.ts';
import { simpleShuffle } from './simple-shuffle.ts';
import type { Moment, Strategy } from './strategy.ts';
import { countUsage, tokensThisMinute } from './minute-usage.ts';
import { usageBased } from './usage-based.ts';

const NOW = 3_600_000;

async function group(...params: readonly object[]): Promise<readonly Deployment[]> {
  const config = await configOf(
    params.map((one, index) => ({
      model_name: 'm',
      litellm_params: { model: 'openai/x', api_key: 'k', ...one },
      model_info: { id: String(index) },
    })),
  );
  return config.deployments;
}

function momentOf(random: () => number = Math.random): Moment {
  return { states: new DeploymentStates(), now: NOW, random };
}

/** How often each of a group is chosen. */
function shares(strategy: Strategy, deployments: readonly Deployment[], moment: Moment, draws = 4000): number[] {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    const id = strategy.choose(deployments, moment)?.id ?? 'none';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return deployments.map(({ id }) => (counts.get(id) ?? 0) / draws);
}

const latency = latencyBased({ buffer: 0, keepSeconds: 3600 });
const all: [string, Strategy][] = [
  ['simple-shuffle', simpleShuffle],
  ['least-busy', leastBusy()],
  ['usage-based-routing-v2', usageBased()],
  ['latency-based-routing', latency],
  ['cost-based-routing', costBased()],
];

test.each(all)('%s spreads calls evenly among those that are alike', async (_, strategy) => {
  for (const share of shares(strategy, await group({}, {}, {}, {}), momentOf())) {
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test.each(all)('%s chooses one of those that it is given, whatever they are like', async (_, strategy) => {
  const figure = fc.option(fc.nat({ max: 1000 }), { nil: undefined });
  const params = fc.record({ weight: figure, rpm: figure, tpm: figure });
  await fc.assert(
    fc.asyncProperty(fc.array(params, { minLength: 1, maxLength: 6 }), fc.nat(), async (list, seed) => {
      const deployments = await group(...list);
      const moment = momentOf(() => (seed % 1000) / 1000);
      for (const deployment of deployments) {
        const state = moment.states.of(deployment);
        state.inFlight = seed % 7;
        countUsage(deployment, { tokens: seed % 2000, requests: seed % 50 }, moment);
        state.latencies.push({ at: NOW - (seed % 5000), seconds: (seed % 13) / 10 });
      }
      const keepsLimits = strategy.goesByUsage === true;
      expect([...deployments, ...(keepsLimits ? [undefined] : [])]).toContain(strategy.choose(deployments, moment));
    }),
    { numRuns: 200 },
  );
});

test('simple-shuffle gives each its part by weight', async () => {
  const weights = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(weights, async (list) => {
      const total = list.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const found = shares(simpleShuffle, await group(...list.map((weight) => ({ weight }))), momentOf(), 3000);
      for (const [index, share] of found.entries()) {
        expect(Math.abs(share - (list[index] ?? 0) / total)).toBeLessThan(0.06);
      }
    }),
    { numRuns: 15 },
  );
});

test('least-busy takes one with the fewest calls under way', async () => {
  const deployments = await group({}, {}, {});
  const moment = momentOf();
  for (const [index, inFlight] of [4, 1, 1].entries()) moment.states.byId(String(index)).inFlight = inFlight;
  const [first, second, third] = shares(leastBusy(), deployments, moment);
  expect(first).toBe(0);
  expect([second, third].every((share) => share !== undefined && share > 0.4)).toBe(true);
});

describe('usage-based-routing', () => {
  test('takes the one with the fewest tokens in this minute, and forgets the last', async () => {
    const deployments = await group({ tpm: 1000 }, { tpm: 1000 });
    const moment = momentOf();
    const [first, second] = deployments as [Deployment, Deployment];
    countUsage(first, { tokens: 10, requests: 1 }, moment);
    countUsage(second, { tokens: 900, requests: 9 }, { ...moment, now: NOW - 60_000 });
    expect(shares(usageBased(), deployments, moment)).toEqual([0, 1]);
  });

  test.each([
    ['tokens are used up', { tpm: 100 }, [100, 1, 0], false],
    ['tokens are left', { tpm: 100 }, [99, 1, 0], true],
    ['one of two requests was made', { rpm: 2 }, [0, 1, 0], true],
    ['both were', { rpm: 2 }, [0, 2, 0], false],
    ['one was and one is under way', { rpm: 2 }, [0, 1, 1], false],
  ])('where %s, it is chosen or not', async (_, params, [tokens = 0, requests = 0, inFlight], isChosen) => {
    const deployments = await group(params);
    const moment = momentOf();
    for (const deployment of deployments) countUsage(deployment, { tokens, requests }, moment);
    Object.assign(moment.states.byId('0'), { inFlight });
    expect(usageBased().choose(deployments, moment) !== undefined).toBe(isChosen);
  });
});

describe('latency-based-routing', () => {
  const slow = { at: NOW - 1000, seconds: 2 };
  const fast = { at: NOW - 1000, seconds: 1 };

  test('takes the fastest, one that is new first, and nothing that is too old counts', async () => {
    const deployments = await group({}, {}, {});
    const moment = momentOf();
    moment.states.byId('0').latencies.push(slow, slow);
    moment.states.byId('1').latencies.push(fast);
    moment.states.byId('2').latencies.push({ at: NOW - 3_700_000, seconds: 9 });
    expect(shares(latency, deployments, moment)).toEqual([0, 0, 1]);
    expect(shares(latency, deployments.slice(0, 2), moment)).toEqual([0, 1]);
  });

  test('takes others as well that are slower by no more than the buffer', async () => {
    const deployments = await group({}, {}, {});
    const moment = momentOf();
    for (const [index, seconds] of [1, 1.4, 2].entries()) {
      moment.states.byId(String(index)).latencies.push({ at: NOW, seconds });
    }
    const [first, second, third] = shares(latencyBased({ buffer: 0.5, keepSeconds: 60 }), deployments, moment);
    expect([first, second].every((share) => share !== undefined && share > 0.4)).toBe(true);
    expect(third).toBe(0);
  });
});

test('cost-based-routing takes the cheapest, and those without a price last', async () => {
  const priced = (input: number, output: number): object => ({
    input_cost_per_token: input,
    output_cost_per_token: output,
  });
  const deployments = await group(priced(0.000_002, 0.000_008), priced(0.000_005, 0.000_001), {});
  expect(shares(costBased(), deployments, momentOf())).toEqual([0, 1, 0]);
  expect(shares(costBased(), deployments.slice(2), momentOf())).toEqual([1]);
});

test('calls are measured as they end: the faster of two takes over', async () => {
  const json = openAiCompletion({ usage: { promptTokens: 5, completionTokens: 10 } });
  await using quick = await startScriptedUpstream([{ json }]);
  await using late = await startScriptedUpstream([{ json, delayMs: 300 }]);
  const model = (id: string, url: string): object => ({
    model_name: 'm',
    litellm_params: { model: 'openai/x', api_key: 'k', api_base: `${url}/v1` },
    model_info: { id },
  });
  const config = await configOf([model('quick', quick.url), model('late', late.url)], {
    routing_strategy: 'latency-based-routing',
  });
  const calling = callingOf(config);
  const target = calling.router.resolve('m');
  if (!target) throw new Error('nobody answers');
  for (let call = 0; call < 12; call++) {
    const exchange = exchangeOf(calling, { model: 'm', messages: [{ role: 'user', content: 'hi' }] });
    await callGroup(calling, exchange, { group: target, request: exchange.request }, Infinity);
  }
  expect([quick.requests.length, late.requests.length]).toEqual([11, 1]);
  const moment = { states: calling.states, now: performance.now(), random: Math.random };
  const used = config.deployments.map((deployment) => tokensThisMinute(deployment, moment));
  expect(used.every((tokens) => tokens % 15 === 0)).toBe(true);
  expect(calling.reports).toEqual([]);
});

test.each([
  ['least-busy', undefined],
  ['usage-based-routing', undefined],
  ['latency-based', 'latency-based-routing'],
  ['round-robin', 'simple-shuffle'],
])('the name %s is taken, or what is near is told', async (name, fix) => {
  const { findings } = await readConfig({
    from: { settings: { model_list: [], router_settings: { routing_strategy: name } } },
    environment: {},
    lookUpModel: () => undefined,
  });
  const told = findings.find(({ path }) => path === 'router_settings.routing_strategy');
  expect(told?.fix.includes(fix ?? '')).toBe(fix === undefined ? undefined : true);
});
