import type { Deployment } from '../../exchange/deployment.ts';
import type { Moment, Strategy } from './strategy.ts';

/**
 * LiteLLM's `simple-shuffle`: random by `weight` if the first deployment has one, else by its `rpm`, else by its
 * `tpm`, else even (`litellm/router_strategy/simple_shuffle.py`).
 */
export const simpleShuffle: Strategy = {
  choose(able: readonly Deployment[], { random }: Pick<Moment, 'random'>): Deployment | undefined {
    const [first] = able;
    if (!first || able.length === 1) return first;
    const by = (['weight', 'rpm', 'tpm'] as const).find((key) => first[key] !== undefined);
    const weights = able.map((deployment) => (by === undefined ? 1 : (deployment[by] ?? 0)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = random() * total;
    const chosen = weights.findIndex((weight) => (left -= weight) < 0);
    return able[chosen] ?? first;
  },
};
