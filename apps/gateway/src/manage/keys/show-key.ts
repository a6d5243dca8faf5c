import type { Mapping } from '../../json/mapping.ts';
import { timeIn } from '../../keys/settings.ts';
import type { Entity } from '../../stored/entities/entity.ts';
import type { Entities } from '../../stored/entities/entities.ts';
import { shownBudget } from '../show-budget.ts';
import { shownSettings } from '../show-metadata.ts';
import { shownSpent, shownTimes, spendFactsOf, type SpendFacts } from '../show-spent.ts';

/** What LiteLLM shows of each key though nothing was set, in the order of its table (`schema.prisma`, 1.108.7). */
const UNSET: Mapping = {
  key_name: null,
  key_alias: null,
  soft_budget_cooldown: false,
  spend: 0,
  total_spend: 0,
  expires: null,
  models: [],
  aliases: {},
  config: {},
  router_settings: {},
  user_id: null,
  team_id: null,
  agent_id: null,
  project_id: null,
  permissions: {},
  max_parallel_requests: null,
  metadata: {},
  blocked: null,
  tpm_limit: null,
  rpm_limit: null,
  tpd_limit: null,
  max_budget: null,
  budget_duration: null,
  budget_reset_at: null,
  allowed_cache_controls: [],
  allowed_routes: [],
  key_type: 'default',
  policies: [],
  access_group_ids: [],
  model_spend: {},
  model_max_budget: {},
  budget_fallbacks: {},
  budget_id: null,
  organization_id: null,
  object_permission_id: null,
  created_at: null,
  created_by: null,
  updated_at: null,
  updated_by: null,
  last_active: null,
  rotation_count: 0,
  auto_rotate: false,
  rotation_interval: null,
  last_rotation_at: null,
  key_rotation_at: null,
  budget_limits: null,
  litellm_budget_table: null,
};

/** What LiteLLM tells of a key that was just made as well (`GenerateKeyResponse`), where it was not said. */
const UNSAID: Mapping = Object.fromEntries(
  `duration model_rpm_limit model_tpm_limit mcp_rpm_limit tag_rpm_limit guardrails prompts object_permission
  default_estimated_output_tokens default_estimated_output_tokens_per_model end_user_budget_id tags
  disable_global_guardrails enable_prompt_caching throttle_on_budget_exceeded enforced_params
  allowed_passthrough_routes denied_passthrough_routes allowed_vector_store_indexes rpm_limit_type tpm_limit_type`
    .split(/\s+/)
    .map((name) => [name, null]),
);

/** What is known of keys beside what was set. */
export interface KeyFacts extends SpendFacts {
  readonly digests: ReadonlyMap<string, string>;
}

/** Reads it for many keys at once. */
export async function factsOf(entities: Entities, keys: readonly Entity[]): Promise<KeyFacts> {
  const [digests, facts] = await Promise.all([
    entities.digestsOf(keys.map(({ id }) => id)),
    spendFactsOf(entities, keys),
  ]);
  return { digests, ...facts };
}

/** A key as LiteLLM shows it, without what finds it. */
export function shownKey(key: Entity, facts: KeyFacts): Mapping {
  const budget = facts.budgets.get(key.budgetId ?? '');
  return {
    ...UNSET,
    ...shownSettings(key.settings),
    key_alias: key.alias,
    user_id: key.userId,
    team_id: key.teamId,
    organization_id: key.organizationId,
    budget_id: key.budgetId,
    ...shownSpent(key, facts),
    ...shownTimes(key),
    litellm_budget_table: budget ? shownBudget(budget) : null,
  };
}

/** The same of one that was just made. */
export function shownNewKey(key: Entity, facts: KeyFacts): Mapping {
  return { ...UNSAID, ...shownKey(key, facts) };
}

/** Whether it can be used, in LiteLLM's words. */
export function statusOf({ settings }: Entity): 'active' | 'blocked' | 'expired' {
  if (settings.blocked === true) return 'blocked';
  return (timeIn(settings, 'expires') ?? Infinity) <= Date.now() ? 'expired' : 'active';
}

/** The same with its digest, as lists have it. */
export function listedKey(key: Entity, facts: KeyFacts): Mapping {
  return { token: facts.digests.get(key.id) ?? null, ...shownKey(key, facts) };
}
