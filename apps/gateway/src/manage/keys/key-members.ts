import {
  kept,
  readAmount,
  readChoice,
  readCount,
  readCounts,
  readDurationText,
  readFlag,
  readLifetime,
  readMapping,
  readNames,
  readNothing,
  readText,
  readTexts,
  readTime,
  UNSERVED,
  unserved,
} from '../read-members.ts';
import { limitMembers } from '../limit-members.ts';
import type { MemberTable } from '../members.ts';

/** `key_type`: what a key is made for, as the routes that it is held to. */
export const KEY_TYPES: Readonly<Record<string, readonly string[]>> = {
  default: [],
  llm_api: ['llm_api_routes'],
  management: ['management_routes'],
  read_only: ['info_routes'],
};

/** What a key can be made with, changed to, and made anew with: LiteLLM's `KeyRequestBase` and those made of it, 1.108.7. */
export const keyMembers: MemberTable = {
  ...limitMembers,
  key_alias: kept('request', readText),
  duration: kept('request', readLifetime),
  user_id: kept('request', readText),
  team_id: kept('request', readText),
  organization_id: kept('request', readText),
  budget_id: kept('request', readText),
  spend: kept('request', readAmount),
  key_type: kept('settings', readChoice(Object.keys(KEY_TYPES))),
  aliases: kept('settings', readNames),
  config: kept('settings', readMapping),
  permissions: kept('settings', readMapping),
  allowed_routes: kept('settings', readTexts),
  access_group_ids: kept('settings', readTexts),
  allowed_passthrough_routes: kept('metadata', readTexts),
  tags: kept('metadata', readTexts),
  guardrails: kept('metadata', readTexts),
  disable_global_guardrails: kept('metadata', readFlag),
  end_user_budget_id: kept('metadata', readText),
  enforced_params: kept('metadata', readTexts),
  denied_passthrough_routes: kept('metadata', readTexts),
  tag_rpm_limit: kept('metadata', readCounts),
  allowed_cache_controls: kept('settings', readTexts),
  tpd_limit: kept('settings', readCount),
  // Says how a mail is sent, and none is.
  send_invite_email: UNSERVED,
  ...unserved(
    `agent_id project_id budget_fallbacks mcp_rpm_limit policies prompts object_permission
     default_estimated_output_tokens default_estimated_output_tokens_per_model
     enable_prompt_caching throttle_on_budget_exceeded allowed_vector_store_indexes rpm_limit_type tpm_limit_type
     router_settings auto_rotate rotation_interval`,
  ),
};

/** To make one. `key` is one that its maker has thought of. */
export const newKeyMembers: MemberTable = { ...keyMembers, key: kept('request', readText) };

/** To change one, which is named by `key`: itself, or its digest. */
export const changedKeyMembers: MemberTable = {
  ...keyMembers,
  key: kept('request', readText),
  temp_budget_increase: kept('metadata', readAmount),
  temp_budget_expiry: kept('metadata', readTime),
  not_kept: kept('settings', readNothing),
};

/** To make one anew. */
export const renewedKeyMembers: MemberTable = {
  ...keyMembers,
  key: kept('request', readText),
  new_key: kept('request', readText),
  grace_period: kept('request', readDurationText),
  new_master_key: UNSERVED,
};
