import { budgetLimits } from '../budgets/budget-members.ts';
import { limitMembers } from '../limit-members.ts';
import type { MemberTable } from '../members.ts';
import { kept, readChoice, readNothing, readText, unserved } from '../read-members.ts';
import { readPeople } from '../read-people.ts';

/** LiteLLM's roles of users in an organization (`ROLES_WITHIN_ORG`). */
const ORGANIZATION_ROLES = ['org_admin', 'internal_user', 'internal_user_viewer'] as const;

const { models, metadata } = limitMembers as Required<typeof limitMembers>;

/** What an organization can be made with and changed to: LiteLLM's `NewOrganizationRequest`, 1.108.7. */
export const organizationMembers = {
  ...budgetLimits,
  models,
  metadata,
  organization_id: kept('request', readText),
  organization_alias: kept('request', readText),
  budget_id: kept('request', readText),
  not_kept: kept('settings', readNothing),
  ...unserved('spend tpd_limit model_rpm_limit model_tpm_limit object_permission updated_by allowed_models'),
} as MemberTable;

export const removedOrganizationMember: MemberTable = {
  organization_id: kept('request', readText),
  user_id: kept('request', readText),
  user_email: kept('request', readText),
};

export const addedOrganizationMembers: MemberTable = {
  organization_id: kept('request', readText),
  member: kept('request', readPeople(ORGANIZATION_ROLES)),
  ...unserved('max_budget_in_organization'),
};

export const changedOrganizationMember: MemberTable = {
  ...removedOrganizationMember,
  role: kept('request', readChoice(ORGANIZATION_ROLES)),
  ...unserved('max_budget_in_organization'),
};
