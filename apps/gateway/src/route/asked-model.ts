import type { AskedModel } from '../keys/grants/model-grants.ts';
import type { ModelGroup } from './model-group.ts';
import { teamOf } from './team-group.ts';
import type { Router } from './router.ts';

/** The access groups of groups of deployments, which no request changes. */
const known = new WeakMap<ModelGroup, readonly string[]>();

/** By what a name that is asked for may be granted. */
export function askedModel(router: Router, name: string): AskedModel {
  const group = router.resolve(name);
  const own = group && router.hasTeamModels ? teamOf(group) : undefined;
  return {
    name,
    target: own?.publicName ?? router.aliases.get(name)?.model,
    accessGroups: group ? accessGroupsOf(group) : [],
    teamId: own?.teamId,
  };
}

/** By which name callers know the group that a name means: its alias, its vendor's name and a deployment's id lead to it. */
export function publicName(router: Router, name: string): string {
  const group = router.resolve(name);
  if (!group) return name;
  return (router.hasTeamModels ? teamOf(group)?.publicName : undefined) ?? group.name;
}

/** `model_info.access_groups` of those that answer to a name. */
export function accessGroupsOf(group: ModelGroup): readonly string[] {
  let groups = known.get(group);
  if (!groups) {
    const named = group.deployments.flatMap(({ info }) =>
      Array.isArray(info.access_groups) ? info.access_groups : [],
    );
    known.set(group, (groups = [...new Set(named.filter((one) => typeof one === 'string'))]));
  }
  return groups;
}
