import type { Deployment } from '../../exchange/deployment.ts';

/** Deployments with this tag serve requests without one, and those whose tags nobody has. */
const DEFAULT = 'default';

/**
 * LiteLLM's tag routing (`litellm/router_strategy/tag_based_routing.py`): the deployments that have one of the request's
 * tags, or all of them where `matchesAny` is false, else those tagged `default`. Requests without tags go to those
 * tagged `default`, where there are any.
 */
export function byTags(
  deployments: readonly Deployment[],
  tags: readonly string[],
  matchesAny: boolean,
): readonly Deployment[] {
  const defaults = deployments.filter((deployment) => deployment.tags.includes(DEFAULT));
  if (tags.length === 0) return defaults.length > 0 ? defaults : deployments;
  const matching = deployments.filter((deployment) => {
    const has = (tag: string): boolean => deployment.tags.includes(tag);
    return matchesAny ? tags.some(has) : tags.every(has);
  });
  return matching.length > 0 ? matching : defaults;
}
