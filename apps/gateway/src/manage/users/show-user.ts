import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { shownSettings } from '../show-metadata.ts';
import { shownSpent, shownTimes, spendFactsOf, type SpendFacts } from '../show-spent.ts';

/** What LiteLLM shows of each user though nothing was set (`LiteLLM_UserTable`, 1.108.7). */
const UNSET: Mapping = {
  user_alias: null,
  team_id: null,
  sso_user_id: null,
  organization_id: null,
  object_permission_id: null,
  user_role: null,
  max_budget: null,
  models: [],
  metadata: {},
  max_parallel_requests: null,
  tpm_limit: null,
  rpm_limit: null,
  budget_duration: null,
  budget_reset_at: null,
  allowed_cache_controls: [],
  policies: [],
  model_spend: {},
  model_max_budget: {},
  organization_memberships: [],
  object_permission: null,
};

/** What is known of users beside what was set. */
export interface UserFacts extends SpendFacts {
  /** By the ids of users. */
  readonly teams: ReadonlyMap<string, readonly string[]>;
  readonly organizations: ReadonlyMap<string, readonly Entity[]>;
}

/** Reads it for many users at once. */
export async function userFactsOf(entities: Entities, users: readonly Entity[]): Promise<UserFacts> {
  const userIds = users.map(({ id }) => id);
  const [facts, members, organizations] = await Promise.all([
    spendFactsOf(entities, users),
    entities.list({ kind: 'member', userIds }, { direction: 'asc' }),
    entities.list({ kind: 'organization_member', userIds }, { direction: 'asc' }),
  ]);
  const byUser = ({ userId }: Entity) => userId ?? '';
  const teams = Map.groupBy(members, byUser);
  return {
    ...facts,
    teams: new Map([...teams].map(([id, theirs]) => [id, theirs.flatMap(({ teamId }) => teamId ?? [])])),
    organizations: Map.groupBy(organizations, byUser),
  };
}

/** A user as LiteLLM shows them. */
export function shownUser(user: Entity, facts: UserFacts): Mapping {
  return {
    ...UNSET,
    ...shownSettings(user.settings),
    user_id: user.id,
    user_email: user.alias,
    teams: facts.teams.get(user.id) ?? [],
    organization_memberships: (facts.organizations.get(user.id) ?? []).map(shownOrganizationMember),
    ...shownSpent(user, facts),
    ...shownTimes(user),
  };
}

/** As what a user is in an organization (`LiteLLM_OrganizationMembershipTable`). */
export function shownOrganizationMember(member: Entity): Mapping {
  const { userId, organizationId, budgetId, settings } = member;
  return {
    user_id: userId,
    organization_id: organizationId,
    user_role: settings.user_role ?? null,
    budget_id: budgetId,
    ...shownTimes(member),
  };
}
