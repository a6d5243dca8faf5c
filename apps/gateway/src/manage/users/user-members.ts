import { ROLES } from '../../keys/grants/roles.ts';
import { limitMembers } from '../limit-members.ts';
import type { MemberTable } from '../members.ts';
import {
  kept,
  readChoice,
  readFlag,
  readLifetime,
  readMapping,
  readNames,
  readNothing,
  readText,
  readTexts,
  unserved,
} from '../read-members.ts';

/** Of LiteLLM's roles those that a user is given by hand. */
const GIVEN_ROLES = ROLES.filter((role) => role !== 'team' && role !== 'customer');

/** What a user can be changed to: LiteLLM's `UpdateUserRequest`, 1.108.7. */
export const userMembers: MemberTable = {
  ...limitMembers,
  user_id: kept('request', readText),
  user_email: kept('request', readText),
  user_alias: kept('settings', readText),
  user_role: kept('settings', readChoice(GIVEN_ROLES)),
  not_kept: kept('settings', readNothing),
  ...unserved(
    `blocked model_rpm_limit model_tpm_limit guardrails policies prompts object_permission allowed_cache_controls
     password spend tpd_limit budget_fallbacks agent_id project_id`,
  ),
};

/** Of the key that is made with a user: what of the body is for it. */
export const keyOfUserMembers: MemberTable = {
  team_id: kept('request', readText),
  key_alias: kept('request', readText),
  duration: kept('request', readLifetime),
  aliases: kept('request', readNames),
  config: kept('request', readMapping),
  permissions: kept('request', readMapping),
  allowed_routes: kept('request', readTexts),
};

/** What one can be made with: LiteLLM's `NewUserRequest`. */
export const newUserMembers: MemberTable = {
  ...userMembers,
  ...keyOfUserMembers,
  sso_user_id: kept('settings', readText),
  teams: kept('request', readTexts),
  auto_create_key: kept('request', readFlag),
  ...unserved('organizations send_invite_email'),
};
