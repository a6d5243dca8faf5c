import type { Mapping } from '../../json/mapping.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { budgetLimits } from '../budgets/budget-members.ts';
import { shownBudget, UNSET_BUDGET } from '../show-budget.ts';
import { shownSettings } from '../show-metadata.ts';
import { shownSpent, shownTimes, spendFactsOf } from '../show-spent.ts';
import { shownTeam, teamFactsOf } from '../teams/show-team.ts';
import { shownOrganizationMember } from '../users/show-user.ts';

/** Organizations as LiteLLM shows them, with their teams and people (`LiteLLM_OrganizationTableWithMembers`, 1.108.7). */
export async function shownOrganizations(entities: Entities, shown: readonly Entity[]): Promise<Mapping[]> {
  const facts = await spendFactsOf(entities, shown);
  return Promise.all(
    shown.map(async (organization) => {
      const { id, alias, budgetId } = organization;
      const settings = shownSettings(organization.settings);
      const [members, teams] = await Promise.all([
        entities.list({ kind: 'organization_member', organizationId: id }, { direction: 'asc' }),
        entities.list({ kind: 'team', organizationId: id }),
      ]);
      const ofTeams = await teamFactsOf(entities, teams);
      const budget = facts.budgets.get(budgetId ?? '');
      const limits = Object.fromEntries(Object.entries(settings).filter(([name]) => name in budgetLimits));
      return {
        organization_id: id,
        organization_alias: alias,
        budget_id: budgetId,
        metadata: settings.metadata ?? {},
        models: settings.models ?? [],
        model_spend: {},
        object_permission: null,
        object_permission_id: null,
        ...shownSpent(organization, facts),
        ...shownTimes(organization),
        litellm_budget_table: { ...(budget ? shownBudget(budget) : UNSET_BUDGET), ...limits },
        members: members.map(shownOrganizationMember),
        teams: teams.map((team) => shownTeam(team, ofTeams)),
        users: null,
      };
    }),
  );
}

export async function shownOrganization(entities: Entities, organization: Entity): Promise<Mapping> {
  const [shown] = await shownOrganizations(entities, [organization]);
  return shown ?? {};
}
