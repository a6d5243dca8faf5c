import { limitMembers } from '../limit-members.ts';
import type { MemberTable } from '../members.ts';
import {
  kept,
  readAmount,
  readChoice,
  readCount,
  readDurationText,
  readFlag,
  readModelBudgets,
  readNames,
  readNothing,
  readText,
  readTexts,
  readTime,
  unserved,
} from '../read-members.ts';
import { readPeople } from '../read-people.ts';

/** LiteLLM's roles of users in a team. */
const TEAM_ROLES = ['admin', 'user'] as const;

/** What each member of a team may spend and ask who has no budget of their own: the budget that they share. */
export const memberDefaults: MemberTable = {
  team_member_budget: kept('request', readAmount),
  team_member_budget_duration: kept('request', readDurationText),
  team_member_rpm_limit: kept('request', readCount),
  team_member_tpm_limit: kept('request', readCount),
  team_member_model_max_budget: kept('request', readModelBudgets),
};

/** What a team can be changed to: LiteLLM's `UpdateTeamRequest`, 1.108.7, and the limits of calls at once. */
export const teamMembers: MemberTable = {
  ...limitMembers,
  ...memberDefaults,
  team_id: kept('request', readText),
  team_alias: kept('request', readText),
  organization_id: kept('request', readText),
  model_aliases: kept('settings', readNames),
  access_group_ids: kept('settings', readTexts),
  default_team_member_models: kept('settings', readTexts),
  team_member_permissions: kept('settings', readTexts),
  tags: kept('metadata', readTexts),
  guardrails: kept('metadata', readTexts),
  disable_global_guardrails: kept('metadata', readFlag),
  allowed_passthrough_routes: kept('metadata', readTexts),
  denied_passthrough_routes: kept('metadata', readTexts),
  tpd_limit: kept('settings', readCount),
  not_kept: kept('settings', readNothing),
  ...unserved(
    `policies prompts object_permission require_trace_id secret_manager_settings rpm_limit_type tpm_limit_type default_estimated_output_tokens
     default_estimated_output_tokens_per_model mcp_rpm_limit team_member_key_duration allowed_vector_store_indexes
     enforced_batch_output_expires_after enforced_file_expires_after router_settings`,
  ),
};

/** What one can be made with: LiteLLM's `NewTeamRequest`. `admins` and `members` are its older words for people. */
export const newTeamMembers: MemberTable = {
  ...teamMembers,
  members_with_roles: kept('request', readPeople(TEAM_ROLES)),
  admins: kept('request', readTexts),
  members: kept('request', readTexts),
};

/** What one member may in the team: kept in a budget of their own. */
const memberLimits: MemberTable = {
  max_budget_in_team: kept('request', readAmount),
  budget_duration: kept('request', readDurationText),
  allowed_models: kept('request', readTexts),
};

/** To take people in: LiteLLM's `TeamMemberAddRequest`. */
export const addedMembers: MemberTable = {
  ...memberLimits,
  team_id: kept('request', readText),
  member: kept('request', readPeople(TEAM_ROLES)),
};

/** To let one go: LiteLLM's `TeamMemberDeleteRequest`. */
export const removedMember: MemberTable = {
  team_id: kept('request', readText),
  user_id: kept('request', readText),
  user_email: kept('request', readText),
};

/** To change what one may: LiteLLM's `TeamMemberUpdateRequest`. */
export const changedMember: MemberTable = {
  ...memberLimits,
  ...removedMember,
  role: kept('request', readChoice(TEAM_ROLES)),
  rpm_limit: kept('request', readCount),
  tpm_limit: kept('request', readCount),
  model_max_budget: kept('request', readModelBudgets),
  temp_budget_increase: kept('request', readAmount),
  temp_budget_expiry: kept('request', readTime),
};
