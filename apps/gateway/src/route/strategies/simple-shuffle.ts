import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { MOST_DRAWS, type Draw, type Moment, type Strategy } from './strategy.ts';

/** By what one is likelier than another; evenly where it has none of them. */
const MEASURES = ['weight', 'rpm', 'tpm'] as const;
type Measure = (typeof MEASURES)[number] | undefined;

/**
 * LiteLLM's `simple-shuffle`: random by `weight` if the first deployment has one, else by its `rpm`, else by its
 * `tpm`, else even (`litellm/router_strategy/simple_shuffle.py`).
 */
export const simpleShuffle: Strategy = {
  choose(able: readonly Deployment[], { random }: Pick<Moment, 'random'>): Deployment | undefined {
    const [first] = able;
    if (!first || able.length === 1) return first;
    const by = measureOf(first);
    const weights = able.map((deployment) => weightOf(deployment, by));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = random() * total;
    const chosen = weights.findIndex((weight) => (left -= weight) < 0);
    return able[chosen] ?? first;
  },

  draw(deployments: readonly Deployment[], { random, canTake, isFresh }: Draw): Deployment | undefined {
    let sums = known.get(deployments);
    if (!sums) known.set(deployments, (sums = sumsOf(deployments)));
    const total = sums.at(-1) ?? 0;
    if (total === 0) return undefined;
    for (let draw = 0; draw < MOST_DRAWS; draw++) {
      const drawn = deployments[firstAbove(sums, random() * total)];
      if (drawn && canTake(drawn) && isFresh(drawn)) return drawn;
    }
    return undefined;
  },
};

function measureOf(deployment: Deployment): Measure {
  return MEASURES.find((measure) => deployment[measure] !== undefined);
}

function weightOf(deployment: Deployment, by: Measure): number {
  return by === undefined ? 1 : (deployment[by] ?? 0);
}

/** Of each deployment, the weights of all up to it. Groups are as they are until the configuration changes. */
const known = new WeakMap<readonly Deployment[], Float64Array>();

/** None where it goes by who is the first that is able. */
function sumsOf(deployments: readonly Deployment[]): Float64Array {
  const [first] = deployments;
  const by = first && measureOf(first);
  if (deployments.some((one) => measureOf(one) !== by)) return new Float64Array();
  const sums = new Float64Array(deployments.length);
  let sum = 0;
  for (const [place, deployment] of deployments.entries()) sums[place] = sum += weightOf(deployment, by);
  return sums;
}

/** The place of the first that is more, in sums that never fall. */
function firstAbove(sums: Float64Array, value: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sums[middle] ?? 0) > value) to = middle;
    else from = middle + 1;
  }
  return from;
}
