import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { GatewayError } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import type { Asked, DeploymentFilter } from './deployment-filter.ts';

/** Deployments with this tag serve requests without one, and those whose tags nobody has. */
const DEFAULT = 'default';

/** Leaves those that the request's tags choose. Throws a 401 where they choose none. */
export function byTags(matchesAny: boolean): DeploymentFilter {
  return (deployments, asked) => {
    const tags = tagsOf(asked);
    const chosen = chooseByTags(deployments, tags, matchesAny);
    if (chosen.length > 0) return chosen;
    throw new GatewayError({
      status: 401,
      type: 'auth_error',
      param: 'tags',
      message: `Not allowed to access model due to tags configuration. Passed model=${asked.group} and tags=${JSON.stringify(tags)}`,
    });
  };
}

/** From everywhere where they may stand. */
function tagsOf({ exchange: { controls }, request: { metadata } }: Asked): string[] {
  const inMetadata = isMapping(metadata) && Array.isArray(metadata.tags) ? metadata.tags : [];
  return [...(controls.tags ?? []), ...inMetadata.filter((tag) => typeof tag === 'string')];
}

/**
 * LiteLLM's tag routing (`litellm/router_strategy/tag_based_routing.py`): the deployments that have one of the request's
 * tags, or all of them where `matchesAny` is false, else those tagged `default`. Requests without tags go to those
 * tagged `default`, where there are any.
 */
function chooseByTags(
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
