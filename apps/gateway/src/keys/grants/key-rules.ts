import type { Holding } from '../holding.ts';
import { mappingIn, numberIn, textsIn } from '../settings.ts';

/** What few keys are held to beside limits and lists, in LiteLLM's words for it (1.108.7). */
export interface KeyRules {
  /** `enforced_params`: members that each request has; `metadata.generation_name` lies in another. */
  readonly requiredMembers: readonly string[];
  /** `allowed_cache_controls`: the only members of `cache` that may be said; empty where all may. */
  readonly cacheControls: readonly string[];
  /** `denied_passthrough_routes` of the key and of its team. */
  readonly deniedPassages: readonly string[];
  /** `tag_rpm_limit`: requests a minute under a tag. */
  readonly tagLimits: ReadonlyMap<string, number>;
  /** `tpd_limit`: who has one may make no batches, because what these use a day is not counted. */
  readonly refusesBatches: boolean;
}

/** Nothing where a key is held to none of them, as nearly all are. */
export function keyRulesOf({ key, team, budgets }: Holding): KeyRules | undefined {
  const metadata = mappingIn(key.settings, 'metadata');
  const ofTeam = mappingIn(team?.settings, 'metadata');
  const counted = mappingIn(metadata, 'tag_rpm_limit');
  const tagLimits = Object.keys(counted).flatMap((tag) => {
    const most = numberIn(counted, tag);
    return most === undefined ? [] : [[tag, most] as const];
  });
  const parts = [key, team, budgets.get(key.budgetId ?? '')];
  const rules: KeyRules = {
    requiredMembers: textsIn(metadata, 'enforced_params'),
    cacheControls: textsIn(key.settings, 'allowed_cache_controls'),
    deniedPassages: [metadata, ofTeam].flatMap((one) => textsIn(one, 'denied_passthrough_routes')),
    tagLimits: new Map(tagLimits),
    refusesBatches: parts.some((part) => numberIn(part?.settings, 'tpd_limit') !== undefined),
  };
  const { requiredMembers, cacheControls, deniedPassages, refusesBatches } = rules;
  const lists = [requiredMembers, cacheControls, deniedPassages, tagLimits];
  return refusesBatches || lists.some((list) => list.length > 0) ? rules : undefined;
}

/**
 * What somebody was held to where they came from, and that nothing here goes by (`import/not-kept.ts`): they are refused
 * until an administrator lets it go, because they would be freer than they were.
 */
export function notKept({ key, team, user, organization }: Holding): readonly string[] {
  return [key, team, user, organization].flatMap((one) => textsIn(one?.settings, 'not_kept'));
}
