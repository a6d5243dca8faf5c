import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import { DeploymentStates } from '../../exchange/deployment-state.ts';
import { configOf } from '../../testing/open-exchange.ts';
import { pickDeployment } from '../pick-deployment.ts';
import { costBased } from './cost-based.ts';
import { latencyBased } from './latency-based.ts';
import { leastBusy } from './least-busy.ts';
import { countUsage } from './minute-usage.ts';
import { Ranking } from './ranking.ts';
import { simpleShuffle } from './simple-shuffle.ts';
import type { Strategy } from './strategy.ts';
import { usageBased } from './usage-based.ts';

const SIZE = 40;
const measures = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: SIZE, maxLength: SIZE });

async function group(paramsOf: (index: number) => object = () => ({})): Promise<readonly Deployment[]> {
  const models = Array.from({ length: SIZE }, (_, index) => ({
    model_name: 'm',
    litellm_params: { model: 'openai/x', api_key: 'k', ...paramsOf(index) },
    model_info: { id: String(index) },
  }));
  return (await configOf(models)).deployments;
}

test('a ranking stands in the order of its measures, whatever changes', async () => {
  const deployments = await group();
  const changes = fc.array(fc.tuple(fc.nat({ max: SIZE - 1 }), fc.integer({ min: 0, max: 9 })), { maxLength: 60 });
  fc.assert(
    fc.property(measures, changes, (begun, changed) => {
      const now = [...begun];
      const measure = ({ id }: Deployment): number => now[Number(id)] ?? NaN;
      const ranking = new Ranking(deployments);
      ranking.measureAll(measure);
      for (const [place, value] of changed) {
        now[place] = value;
        ranking.measureOne(place, measure);
      }
      const ranked = deployments.map((_, rank) => Number(ranking.at(rank, measure)?.deployment.id));
      expect(ranked).toEqual([...now.keys()].toSorted((one, other) => now[one]! - now[other]! || one - other));
      for (let most = -1; most < 10; most++) {
        expect(ranking.countUpTo(most)).toBe(now.filter((value) => value <= most).length);
      }
    }),
  );
});

const factories: Record<string, (groups: readonly (readonly Deployment[])[]) => Strategy> = {
  'least-busy': leastBusy,
  'usage-based-routing-v2': usageBased,
  'latency-based-routing': (groups) => latencyBased({ buffer: 0.5, keepSeconds: 3600 }, groups),
  'cost-based-routing': costBased,
};

/** What may happen to one of a large group between two choices. */
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('begins', 'ends', 'rests', 'uses', 'is chosen', 'is chosen', 'is chosen'),
    which: fc.nat({ max: SIZE - 1 }),
    figure: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 20, maxLength: 150 },
);

test.each(Object.entries(factories))(
  '%s draws from a large group whom a look at each would find',
  async (_, create) => {
    const deployments = await group((index) => ({
      input_cost_per_token: index % 7,
      output_cost_per_token: 1,
      ...(index % 3 === 0 && { rpm: 20 }),
      ...(index % 5 === 0 && { tpm: 30 }),
      ...(index % 4 === 0 && { max_parallel_requests: 3 }),
    }));
    fc.assert(
      fc.property(happenings, fc.nat(), (list, seed) => {
        const states = new DeploymentStates();
        const strategy = create([deployments]);
        const looking = create([]);
        let now = 3_600_000;
        let draws = seed;
        const random = (): number => ((draws = (draws * 48_271 + 1) % 2_147_483_647) % 1000) / 1000;
        const tried = new Set<string>();
        const options = () => ({ states, now, random, tried, defaultMaxParallelRequests: undefined });
        for (const { kind, which, figure } of list) {
          const deployment = deployments[which]!;
          const state = states.of(deployment);
          if (kind === 'begins') state.inFlight++;
          else if (kind === 'rests') state.cooledUntil = now + figure * 1000;
          else if (kind === 'uses') countUsage(deployment, { tokens: figure, requests: 1 }, { states, now });
          else if (kind === 'ends') {
            state.inFlight = Math.max(0, state.inFlight - 1);
            strategy.attemptEnded?.(endOf(deployment, states, now, figure));
          } else {
            // A second later, so that whoever rested may be back.
            now += 1000;
            if (figure > 7) tried.add(deployment.id);
            const picked = pickDeployment(deployments, { ...options(), strategy });
            const able = deployments.filter((one) => isFound(looking, one, options()));
            const fresh = able.filter(({ id }) => !tried.has(id));
            const left = fresh.length > 0 ? fresh : able;
            if (left.length > 0) expect(allChosen(looking, left, options())).toContain(picked);
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);

/** A call that took as many tenths of a second as the figure says. */
function endOf(deployment: Deployment, states: DeploymentStates, now: number, figure: number): Attempt {
  const record = { state: 'answered', answer: { usage: { completion_tokens: 1 } } };
  const exchange = { terms: { states }, record };
  const times = { startedAt: now - figure * 100, vendorMs: figure * 100, endedAt: now };
  return { deployment, exchange, ...times } as unknown as Attempt;
}

type Options = Omit<Parameters<typeof pickDeployment>[1], 'strategy'>;

function isFound(strategy: Strategy, deployment: Deployment, options: Options): boolean {
  return pickDeployment([deployment], { ...options, strategy, tried: new Set() }) !== undefined;
}

/** All that a strategy may choose, whatever chance says. */
function allChosen(strategy: Strategy, able: readonly Deployment[], options: Options): (Deployment | undefined)[] {
  return able.map((_, index) => strategy.choose(able, { ...options, random: () => (index + 0.5) / able.length }));
}

describe('in a large group', () => {
  test.each(Object.entries(factories))('%s spreads calls evenly among those that are alike', async (_, create) => {
    const deployments = await group();
    const strategy = create([deployments]);
    const options = { states: new DeploymentStates(), now: 3_600_000, random: Math.random, tried: new Set<string>() };
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 8000; draw++) {
      const picked = pickDeployment(deployments, { ...options, strategy, defaultMaxParallelRequests: undefined });
      counts.set(picked?.id ?? '', (counts.get(picked?.id ?? '') ?? 0) + 1);
    }
    expect(counts.size).toBe(SIZE);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(100);
  });

  test('the lowest order is drawn from, and the next where nobody of it can take a call', async () => {
    const deployments = await group((index) => ({ order: index % 2 }));
    const states = new DeploymentStates();
    for (const [name, create] of [...Object.entries(factories), ['simple-shuffle', () => simpleShuffle] as const]) {
      for (const deployment of deployments) states.of(deployment).cooledUntil = 0;
      const strategy = create([]);
      const options = { states, now: 1, random: Math.random, tried: new Set<string>(), strategy };
      const pick = () => pickDeployment(deployments, { ...options, defaultMaxParallelRequests: undefined });
      expect(pick()?.order, name).toBe(0);
      for (const deployment of deployments) if (deployment.order === 0) states.of(deployment).cooledUntil = 2;
      expect(pick()?.order, name).toBe(1);
    }
  });
});
