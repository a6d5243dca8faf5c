import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { DeploymentStates } from '../../exchange/deployment/deployment-state.ts';
import { configOf } from '../../testing/open-exchange.ts';
import { ordersOf } from '../order-of-deployments.ts';
import { pickDeployment } from '../pick-deployment.ts';
import { costBased } from './cost-based.ts';
import { latencyBased } from './latency-based.ts';
import { leastBusy } from './least-busy.ts';
import { countUsage } from './minute-usage.ts';
import { Ranking } from './ranking.ts';
import { simpleShuffle } from './simple-shuffle.ts';
import type { Reading, Strategy } from './strategy.ts';
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
      expect(ranked).toEqual(
        [...now.keys()].toSorted((one, other) => (now[one] ?? 0) - (now[other] ?? 0) || one - other),
      );
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
    const wrong: unknown[] = [];
    const checked = fc.check(
      fc.property(happenings, fc.nat(), (list, seed) => {
        const play = new Play(deployments, create, seed);
        for (const { kind, which, figure } of list) play.let(kind, which, figure);
        wrong.push(...play.wrong);
        return play.wrong.length === 0;
      }),
      { numRuns: 60 },
    );
    expect({ wrong, counterexample: checked.counterexample }).toEqual({ wrong: [], counterexample: null });
  },
);

/** What happens to a large group, one thing after another. */
class Play {
  /** Choices that nobody who looked at each would have made. */
  readonly wrong: (Deployment | undefined)[] = [];
  readonly #deployments: readonly Deployment[];
  readonly #strategy: Strategy;
  readonly #looking: Strategy;
  readonly #states = new DeploymentStates();
  readonly #tried = new Set<string>();
  #now = 3_600_000;
  #draws: number;

  constructor(deployments: readonly Deployment[], create: (typeof factories)[string], seed: number) {
    this.#deployments = deployments;
    this.#strategy = create([deployments]);
    this.#looking = create([]);
    this.#draws = seed;
  }

  let(kind: string, which: number, figure: number): void {
    const deployment = this.#deployments[which];
    if (!deployment) return;
    const state = this.#states.of(deployment);
    const reading = { states: this.#states, now: this.#now };
    if (kind === 'begins') state.inFlight++;
    else if (kind === 'rests') state.cooledUntil = this.#now + figure * 1000;
    else if (kind === 'uses') countUsage(deployment, { tokens: figure, requests: 1 }, reading);
    else if (kind === 'ends') {
      state.inFlight = Math.max(0, state.inFlight - 1);
      this.#strategy.attemptEnded?.(endOf(deployment, reading, figure));
    } else {
      if (figure > 7) this.#tried.add(deployment.id);
      this.#choose();
    }
  }

  #choose(): void {
    // A second later, so that whoever rested may be back.
    this.#now += 1000;
    const options = {
      states: this.#states,
      now: this.#now,
      random: () => ((this.#draws = (this.#draws * 48_271 + 1) % 2_147_483_647) % 1000) / 1000,
      tried: this.#tried,
      defaultMaxParallelRequests: undefined,
    };
    const picked = pickDeployment(this.#deployments, { ...options, strategy: this.#strategy });
    const fresh = this.#deployments.filter((one) => isFound(this.#looking, one, options) && !this.#tried.has(one.id));
    if (fresh.length > 0 && !allChosen(this.#looking, fresh, options).includes(picked)) this.wrong.push(picked);
  }
}

/** A call that took as many tenths of a second as the figure says. */
function endOf(deployment: Deployment, { states, now }: Reading, figure: number): Attempt {
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

  test.each([...Object.entries(factories), ['simple-shuffle', () => simpleShuffle] as const])(
    '%s takes the lowest order, and the next where nobody of it can take a call',
    async (_, create) => {
      const deployments = await group((index) => ({ order: index % 2 }));
      const states = new DeploymentStates();
      const strategy = create(ordersOf(deployments));
      const options = { states, now: 1, random: Math.random, tried: new Set<string>(), strategy };
      const pick = () => pickDeployment(deployments, { ...options, defaultMaxParallelRequests: undefined });
      expect(pick()?.order).toBe(0);
      for (const deployment of deployments) if (deployment.order === 0) states.of(deployment).cooledUntil = 2;
      expect(pick()?.order).toBe(1);
    },
  );
});
