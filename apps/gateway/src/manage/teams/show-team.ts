import type { Mapping } from '../../json/mapping.ts';
import { mappingIn, textIn, textsIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { shownBudget, UNSET_BUDGET } from '../show-budget.ts';
import { shownSettings } from '../show-metadata.ts';
import { shownSpent, shownTimes, spendFactsOf, type SpendFacts } from '../show-spent.ts';
import { sharedBudgetId } from './memberships.ts';

/** What LiteLLM shows of each team though nothing was set (`LiteLLM_TeamTable`, 1.108.7). */
const UNSET: Mapping = {
  admins: [],
  members: [],
  team_member_permissions: [],
  metadata: null,
  tpm_limit: null,
  rpm_limit: null,
  tpd_limit: null,
  max_budget: null,
  soft_budget: null,
  budget_duration: null,
  budget_limits: null,
  models: [],
  blocked: false,
  router_settings: {},
  access_group_ids: [],
  default_team_member_models: [],
  max_parallel_requests: null,
  budget_reset_at: null,
  model_id: null,
  model_spend: {},
  model_max_budget: {},
  policies: [],
  allow_team_guardrail_config: false,
  litellm_model_table: null,
  object_permission: null,
  object_permission_id: null,
};

/** What is known of teams beside what was set. */
export interface TeamFacts extends SpendFacts {
  /** By the ids of teams. */
  readonly members: ReadonlyMap<string, readonly Entity[]>;
  /** Addresses of users by their ids. */
  readonly emails: ReadonlyMap<string, string | null>;
}

/** Reads it for many teams at once. */
export async function teamFactsOf(entities: Entities, teams: readonly Entity[]): Promise<TeamFacts> {
  const members = await entities.list({ kind: 'member', teamIds: teams.map(({ id }) => id) }, { direction: 'asc' });
  const userIds = [...new Set(members.flatMap(({ userId }) => userId ?? []))];
  const [facts, users] = await Promise.all([
    spendFactsOf(entities, [...teams, ...members]),
    entities.list({ kind: 'user', ids: userIds }),
  ]);
  return {
    ...facts,
    members: Map.groupBy(members, ({ teamId }) => teamId ?? ''),
    emails: new Map(users.map(({ id, alias }) => [id, alias])),
  };
}

/** A team as LiteLLM shows it. */
export function shownTeam(team: Entity, facts: TeamFacts): Mapping {
  const { model_aliases: aliases, ...settings } = shownSettings(team.settings);
  const members = facts.members.get(team.id) ?? [];
  return {
    ...UNSET,
    ...settings,
    team_id: team.id,
    team_alias: team.alias,
    organization_id: team.organizationId,
    members_with_roles: members.map(({ userId, settings: { role } }) => ({
      user_id: userId,
      user_email: facts.emails.get(userId ?? '') ?? null,
      role: role ?? 'user',
    })),
    ...(aliases !== undefined && { litellm_model_table: { model_aliases: aliases } }),
    ...shownSpent(team, facts),
    ...shownTimes(team),
  };
}

/** What each user may in a team and has spent there (`LiteLLM_TeamMembership`). */
export function shownMemberships(team: Entity, facts: TeamFacts): Mapping[] {
  return (facts.members.get(team.id) ?? []).map((member) => shownMembership(member, team, facts));
}

export function shownMembership(member: Entity, team: Entity, facts: SpendFacts): Mapping {
  const { role: _role, metadata: _metadata, allowed_models: _models, ...limits } = member.settings;
  const budget = facts.budgets.get(member.budgetId ?? '');
  const isOwn = Object.keys(limits).length > 0;
  const isShared = budget !== undefined && budget.id === sharedBudgetId(team);
  const { temp_budget_increase: extra = null, temp_budget_expiry: until = null } = mappingIn(
    member.settings,
    'metadata',
  );
  return {
    user_id: member.userId,
    team_id: member.teamId,
    budget_id: member.budgetId,
    ...shownSpent(member, facts),
    budget_source: isOwn || (budget && !isShared) ? 'custom' : budget ? 'team_default' : 'none',
    litellm_budget_table:
      budget || isOwn || extra !== null || textsIn(member.settings, 'allowed_models').length > 0
        ? {
            ...(budget ? shownBudget(budget) : UNSET_BUDGET),
            ...limits,
            allowed_models: textsIn(member.settings, 'allowed_models'),
            temp_budget_increase: extra,
            temp_budget_expiry: until,
          }
        : null,
    role: textIn(member.settings, 'role') ?? 'user',
  };
}
