import { findProvider } from '@showrunner/providers';
import { isMapping, kindOf } from '../../json/mapping.ts';
import { settingNames } from '../../litellm/setting-names.ts';
import type { Budget } from '../../exchange/deployment/deployment.ts';
import type { AllowedFailsPolicy, RetryPolicy } from '../../exchange/deployment/failure-policy.ts';
import type { FallbackTable } from '../../exchange/fallbacks.ts';
import { readFallbackTable } from '../reading/fallback-table.ts';
import { readBudget } from '../reading/budget.ts';
import { readAllowedFails, readRetryPolicy } from '../reading/failure-policies.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import type { Section } from '../reading/section.ts';
import { asPythonFloat } from '../../litellm/python-float.ts';
import { readStrategy, type RoutingStrategy } from '../reading/routing-strategy.ts';

const keys: KnownKeys = {
  actedOn: words(`
    enable_tag_filtering tag_filtering_match_any enable_pre_call_checks enable_pre_call_check
    routing_strategy routing_strategy_args model_group_alias num_retries timeout stream_timeout allowed_fails allowed_fails_policy
    cooldown_time disable_cooldowns retry_after retry_policy model_group_retry_policy max_fallbacks fallbacks
    default_fallbacks context_window_fallbacks content_policy_fallbacks default_max_parallel_requests
    enable_weighted_failover optional_pre_call_checks provider_budget_config redis_host redis_port redis_password redis_url
  `),
  notActedOn: settingNames.router_settings,
};

/** LiteLLM's defaults where its code and documents agree; where not, the documents' (`config_settings.md`). */
const DEFAULT_RETRIES = 2;
const DEFAULT_TIMEOUT_SECONDS = 600;
const DEFAULT_COOLDOWN_SECONDS = 5;
const DEFAULT_MAX_FALLBACKS = 5;

const MODEL_RATE_LIMITS = 'enforce_model_rate_limits';

export interface RoutingSettings {
  readonly strategy: RoutingStrategy;
  /** Nothing where tags choose no deployment. */
  readonly tagFiltering: { readonly matchesAny: boolean } | undefined;
  /** Deployments are passed by whose context window is too small, whose minute is full, or that take no such format. */
  readonly checksBeforeCalls: boolean;
  readonly aliases: ReadonlyMap<string, Alias>;
  readonly retries: number;
  readonly retryPolicy: RetryPolicy | undefined;
  readonly groupRetryPolicies: ReadonlyMap<string, RetryPolicy>;
  /** The least wait before a retry, in seconds. */
  readonly retryAfterSeconds: number;
  /** The deadline of one request, all attempts together. */
  readonly timeoutSeconds: number;
  /** The same for `x-litellm-timeout`: `3` where a file says so, `600.0` where it says nothing. */
  readonly shownTimeout: string;
  /** How long a stream may take to its first content. */
  readonly streamTimeoutSeconds: number | undefined;
  /** Nothing: LiteLLM's default rules decide. */
  readonly allowedFails: number | undefined;
  readonly allowedFailsPolicy: AllowedFailsPolicy | undefined;
  readonly cooldownSeconds: number;
  readonly cooldownsDisabled: boolean;
  readonly maxFallbacks: number;
  /** Where `simple-shuffle` chooses, the others of a group are asked before another group stands in for it. */
  readonly weightedFailover: boolean;
  readonly fallbacks: FallbackTable;
  readonly defaultFallbacks: readonly string[];
  /** Nothing: not configured, and then the generic fallbacks serve. */
  readonly contextWindowFallbacks: FallbackTable | undefined;
  readonly contentPolicyFallbacks: FallbackTable | undefined;
  readonly defaultMaxParallelRequests: number | undefined;
  /** What all deployments of a vendor may cost together, by its name. */
  readonly providerBudgets: ReadonlyMap<string, Budget>;
  /** `rpm` and `tpm` of deployments are limits and not only weights. */
  readonly enforcesModelRateLimits: boolean;
}

export interface Alias {
  readonly model: string;
  /** Left out of listings. */
  readonly hidden: boolean;
}

/** What another section may say on the same matters. */
type SaidElsewhere = {
  readonly [
    Member in
      | 'retries'
      | 'timeoutSeconds'
      | 'allowedFails'
      | 'fallbacks'
      | 'defaultFallbacks'
      | 'contextWindowFallbacks'
      | 'contentPolicyFallbacks'
  ]: RoutingSettings[Member] | undefined;
};

/** `router_settings`: how a deployment is found for a request, and what happens when one fails. */
export const routerSettings = {
  name: 'router_settings',
  keys,

  read(router: Section, elsewhere: SaidElsewhere): RoutingSettings {
    const strategy = readStrategy(router);
    const timeout = router.number('timeout') ?? elsewhere.timeoutSeconds;
    return {
      strategy,
      tagFiltering: router.flag('enable_tag_filtering')
        ? { matchesAny: router.flag('tag_filtering_match_any') ?? true }
        : undefined,
      checksBeforeCalls: router.flag('enable_pre_call_checks') ?? router.flag('enable_pre_call_check') ?? false,
      aliases: readAliases(router),
      retries: router.count('num_retries') ?? elsewhere.retries ?? DEFAULT_RETRIES,
      retryPolicy: readRetryPolicy(router, 'retry_policy'),
      groupRetryPolicies: readGroupRetryPolicies(router),
      retryAfterSeconds: router.number('retry_after') ?? 0,
      timeoutSeconds: timeout ?? DEFAULT_TIMEOUT_SECONDS,
      shownTimeout: timeout === undefined ? asPythonFloat(DEFAULT_TIMEOUT_SECONDS) : String(timeout),
      streamTimeoutSeconds: router.number('stream_timeout'),
      allowedFails: router.count('allowed_fails') ?? elsewhere.allowedFails,
      allowedFailsPolicy: readAllowedFails(router),
      cooldownSeconds: router.number('cooldown_time') ?? DEFAULT_COOLDOWN_SECONDS,
      cooldownsDisabled: router.flag('disable_cooldowns') ?? false,
      maxFallbacks: router.count('max_fallbacks') ?? DEFAULT_MAX_FALLBACKS,
      weightedFailover: router.flag('enable_weighted_failover') === true && strategy.name === 'simple-shuffle',
      fallbacks: readFallbackTable(router, 'fallbacks') ?? elsewhere.fallbacks ?? new Map(),
      defaultFallbacks: router.texts('default_fallbacks') ?? elsewhere.defaultFallbacks ?? [],
      contextWindowFallbacks: readFallbackTable(router, 'context_window_fallbacks') ?? elsewhere.contextWindowFallbacks,
      contentPolicyFallbacks: readFallbackTable(router, 'content_policy_fallbacks') ?? elsewhere.contentPolicyFallbacks,
      defaultMaxParallelRequests: router.count('default_max_parallel_requests'),
      providerBudgets: readProviderBudgets(router),
      enforcesModelRateLimits: readPreCallChecks(router).includes(MODEL_RATE_LIMITS),
    };
  },
};

/** `optional_pre_call_checks`: the one that is served, and a word on each other. */
function readPreCallChecks(router: Section): readonly string[] {
  const checks = router.texts('optional_pre_call_checks') ?? [];
  for (const check of checks.filter((name) => name !== MODEL_RATE_LIMITS)) {
    router.findings.hint(
      router.at('optional_pre_call_checks'),
      `"${check}" is a check that this gateway does not make`,
      'leave it for LiteLLM, or remove it',
    );
  }
  return checks;
}

function readAliases(router: Section): ReadonlyMap<string, Alias> {
  const section = router.section('model_group_alias');
  const aliases = new Map<string, Alias>();
  for (const [name, value] of Object.entries(section.values)) {
    if (typeof value === 'string') {
      aliases.set(name, { model: value, hidden: false });
    } else if (isMapping(value) && typeof value.model === 'string') {
      aliases.set(name, { model: value.model, hidden: value.hidden === true });
    } else {
      section.findings.error(
        section.at(name),
        `is ${kindOf(value)}, not a model group`,
        'write one group name, or {model: NAME, hidden: true}; several groups go under fallbacks',
        { model: name },
      );
    }
  }
  return aliases;
}

function readGroupRetryPolicies(router: Section): ReadonlyMap<string, RetryPolicy> {
  const groups = router.section('model_group_retry_policy');
  return new Map(Object.keys(groups.values).map((group) => [group, readRetryPolicy(groups, group) ?? {}]));
}

function readProviderBudgets(router: Section): ReadonlyMap<string, Budget> {
  const budgets = router.section('provider_budget_config');
  return new Map(
    Object.keys(budgets.values).flatMap((name) => {
      const budget = readBudget(
        budgets.section(name),
        ['max_budget', 'budget_limit'],
        ['budget_duration', 'time_period'],
      );
      return budget ? [[findProvider(name)?.name ?? name, budget] as const] : [];
    }),
  );
}
