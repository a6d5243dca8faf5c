import { Secret } from '@showrunner/service';
import type { Findings } from './finding.ts';
import type {
  AccessSettings,
  AccountingSettings,
  Alias,
  AllowedFailsPolicy,
  CacheSettings,
  FallbackTable,
  KeyLimits,
  RedisPlace,
  RetryPolicy,
  RoutingSettings,
  SpendRetention,
} from './gateway-config.ts';
import { knownKeys, reportUnknownKeys } from './known-keys.ts';
import { isMapping, kindOf } from '../json/mapping.ts';
import { isNamespace } from '../exchange/cache-namespace.ts';
import { readDuration } from './read-duration.ts';
import { placeIn } from './read-redis.ts';
import type { Section } from './section.ts';

/** LiteLLM's defaults where its code and documents agree; where not, the documents' (`config_settings.md`). */
const DEFAULT_RETRIES = 2;
const DEFAULT_TIMEOUT_SECONDS = 600;
const DEFAULT_COOLDOWN_SECONDS = 5;
const DEFAULT_MAX_FALLBACKS = 5;
/** LiteLLM writes no default; an hour keeps a forgotten cache from serving last week's answers. */
const DEFAULT_CACHE_TTL_SECONDS = 3600;
const DEFAULT_SPEND_SWEEP_SECONDS = 86_400;

const MODEL_RATE_LIMITS = 'enforce_model_rate_limits';

const LATER_STRATEGIES = new Set([
  'least-busy',
  'usage-based-routing',
  'usage-based-routing-v2',
  'latency-based-routing',
  'cost-based-routing',
]);

/** `router_settings`, and what `litellm_settings` says on the same matters; the router's own wins. */
export function readRouting(router: Section, litellm: Section, findings: Findings): RoutingSettings {
  reportUnknownKeys(router, knownKeys.router, findings);
  reportStrategy(router, findings);
  const either = (key: string): Section => (router.values[key] === undefined ? litellm : router);
  const optionalTable = (key: string): FallbackTable | undefined =>
    either(key).values[key] === undefined ? undefined : readFallbacks(either(key), key);
  return {
    aliases: readAliases(router),
    retries: either('num_retries').count('num_retries') ?? DEFAULT_RETRIES,
    retryPolicy: readRetryPolicy(router, 'retry_policy'),
    groupRetryPolicies: readGroupRetryPolicies(router),
    retryAfterSeconds: router.number('retry_after') ?? 0,
    timeoutSeconds: router.number('timeout') ?? litellm.number('request_timeout') ?? DEFAULT_TIMEOUT_SECONDS,
    streamTimeoutSeconds: router.number('stream_timeout'),
    allowedFails: either('allowed_fails').count('allowed_fails'),
    allowedFailsPolicy: readAllowedFails(router),
    cooldownSeconds: router.number('cooldown_time') ?? DEFAULT_COOLDOWN_SECONDS,
    cooldownsDisabled: router.flag('disable_cooldowns') ?? false,
    maxFallbacks: router.count('max_fallbacks') ?? DEFAULT_MAX_FALLBACKS,
    fallbacks: readFallbacks(either('fallbacks'), 'fallbacks'),
    defaultFallbacks: either('default_fallbacks').texts('default_fallbacks') ?? [],
    contextWindowFallbacks: optionalTable('context_window_fallbacks'),
    contentPolicyFallbacks: optionalTable('content_policy_fallbacks'),
    defaultMaxParallelRequests: router.count('default_max_parallel_requests'),
    enforcesModelRateLimits: readPreCallChecks(router).includes(MODEL_RATE_LIMITS),
  };
}

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

function reportStrategy(router: Section, findings: Findings): void {
  const strategy = router.text('routing_strategy');
  if (strategy === undefined || strategy === 'simple-shuffle') return;
  findings.warning(
    router.at('routing_strategy'),
    LATER_STRATEGIES.has(strategy)
      ? `"${strategy}" is not served yet: deployments are chosen by simple-shuffle (weight, rpm, tpm)`
      : `"${strategy}" is no strategy: deployments are chosen by simple-shuffle (weight, rpm, tpm)`,
    'write simple-shuffle',
  );
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
      );
    }
  }
  return aliases;
}

/** Lists of mappings as LiteLLM writes them (`- group: [other]`), or one mapping. */
function readFallbacks(section: Section, key: string): FallbackTable {
  const value = section.values[key];
  const table = new Map<string, readonly string[]>();
  for (const entry of isMapping(value) ? [value] : section.list(key)) {
    for (const [group, others] of Object.entries(isMapping(entry) ? entry : { [String(entry)]: undefined })) {
      if (Array.isArray(others) && others.every((other) => typeof other === 'string')) {
        table.set(group, others);
      } else {
        section.findings.error(
          section.at(key),
          `"${group}" has ${kindOf(others)} in place of a list of groups`,
          `write - ${group}: [other-group]`,
        );
      }
    }
  }
  return table;
}

const retryPolicyNames = {
  BadRequestErrorRetries: 'badRequest',
  AuthenticationErrorRetries: 'authentication',
  TimeoutErrorRetries: 'timeout',
  RateLimitErrorRetries: 'rateLimit',
  ContentPolicyViolationErrorRetries: 'contentPolicy',
  InternalServerErrorRetries: 'serverError',
  ServiceUnavailableErrorRetries: 'unavailable',
  NotFoundErrorRetries: 'notFound',
  DefaultRetries: 'otherwise',
} as const satisfies Record<string, keyof RetryPolicy>;

function readRetryPolicy(parent: Section, key: string): RetryPolicy | undefined {
  if (parent.values[key] === undefined || parent.values[key] === null) return undefined;
  return readCounts(parent.section(key), retryPolicyNames);
}

function readGroupRetryPolicies(router: Section): ReadonlyMap<string, RetryPolicy> {
  const groups = router.section('model_group_retry_policy');
  return new Map(Object.keys(groups.values).map((group) => [group, readRetryPolicy(groups, group) ?? {}]));
}

function readAllowedFails(router: Section): AllowedFailsPolicy | undefined {
  if (router.values.allowed_fails_policy === undefined) return undefined;
  const names = Object.entries(retryPolicyNames).map(
    ([name, kind]) => [name.replace('ErrorRetries', 'ErrorAllowedFails'), kind] as const,
  );
  return readCounts(router.section('allowed_fails_policy'), Object.fromEntries(names));
}

function readCounts(section: Section, names: Readonly<Record<string, keyof RetryPolicy>>): RetryPolicy {
  reportUnknownKeys(section, { served: Object.keys(names), liteLlm: [] }, section.findings);
  const counts = Object.entries(names).flatMap(([name, kind]) => {
    const count = section.count(name);
    return count === undefined ? [] : [[kind, count] as const];
  });
  return Object.fromEntries(counts);
}

export interface AccessReading {
  /** `LITELLM_MASTER_KEY`, which serves where the file has no key. */
  readonly environmentKey: string | undefined;
  /** Path of each value whose variable is not set, with the variable's name. */
  readonly missing: ReadonlyMap<string, string>;
  readonly findings: Findings;
}

/** `general_settings`, and the master key where people put it by mistake or into the environment. */
export function readAccess(
  general: Section,
  litellm: Section,
  { environmentKey, missing, findings }: AccessReading,
): AccessSettings {
  reportUnknownKeys(general, knownKeys.general, findings);
  if (litellm.values.master_key !== undefined) {
    findings.warning(
      litellm.at('master_key'),
      'belongs under general_settings',
      'move it there; it is used until then',
    );
  }
  const masterKey = general.text('master_key') ?? litellm.text('master_key') ?? environmentKey;
  const unset = missing.get(general.at('master_key')) ?? missing.get(litellm.at('master_key'));
  if (unset !== undefined) {
    const fix = `set ${unset} in the environment or in .env, or take the line away`;
    const path = general.at('master_key');
    if (masterKey === undefined) {
      findings.error(path, `a key is configured, but ${unset} is not set or empty, which would let everybody in`, fix);
    } else {
      findings.warning(path, `${unset} is not set; LITELLM_MASTER_KEY is the key`, fix);
    }
  }
  if (masterKey?.trim() === '') {
    findings.error(
      general.at('master_key'),
      'is empty, which would let everybody in',
      'write a key (os.environ/LITELLM_MASTER_KEY with that variable set), or take the line away',
    );
  }
  if (masterKey !== undefined && masterKey !== '' && !masterKey.startsWith('sk-')) {
    findings.hint(general.at('master_key'), 'does not start with sk-, which LiteLLM requires', 'choose one that does');
  }
  return {
    masterKey: masterKey === undefined || masterKey === '' ? undefined : new Secret(masterKey),
    keyHeader: general.text('litellm_key_header_name')?.toLowerCase(),
    globalMaxParallelRequests: general.count('global_max_parallel_requests'),
    keyLimits: readKeyLimits(general),
  };
}

/** LiteLLM knows `max_parallel_requests` here; `rpm_limit` and `tpm_limit` it knows of virtual keys. */
function readKeyLimits(general: Section): KeyLimits | undefined {
  const limits: KeyLimits = {
    requestsPerMinute: general.count('rpm_limit'),
    tokensPerMinute: general.count('tpm_limit'),
    maxParallelRequests: general.count('max_parallel_requests'),
  };
  return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
}

/** What is written down of requests. */
export function readAccounting(general: Section): AccountingSettings {
  return {
    keepsSpend: general.flag('disable_spend_logs') !== true,
    spendRetention: readSpendRetention(general),
  };
}

function readSpendRetention(general: Section): SpendRetention | undefined {
  const keepSeconds = readDuration(general, 'maximum_spend_logs_retention_period');
  const everySeconds = readDuration(general, 'maximum_spend_logs_retention_interval');
  if (keepSeconds === undefined) return undefined;
  return { keepSeconds, everySeconds: everySeconds ?? DEFAULT_SPEND_SWEEP_SECONDS };
}

/** `litellm_settings.cache` and `cache_params`; nothing where answers are not cached. */
export function readCache(
  litellm: Section,
  environment: Readonly<Record<string, string | undefined>>,
  shared: RedisPlace | undefined,
  findings: Findings,
): CacheSettings | undefined {
  const params = litellm.section('cache_params');
  reportUnknownKeys(params, knownKeys.cache, findings);
  if (litellm.flag('cache') !== true) return undefined;
  const callTypes = params.texts('supported_call_types');
  if (callTypes !== undefined && !callTypes.some((type) => type === 'completion' || type === 'acompletion'))
    return undefined;
  return {
    redis: readPlace(params, environment, shared, findings),
    namespace: readNamespace(params, findings),
    ttlSeconds:
      params.number('ttl') ??
      params.number('default_in_memory_ttl') ??
      params.number('default_in_redis_ttl') ??
      DEFAULT_CACHE_TTL_SECONDS,
    onByDefault: params.text('mode') !== 'default_off',
  };
}

function readNamespace(params: Section, findings: Findings): string | undefined {
  const namespace = params.text('namespace');
  if (namespace !== undefined && !isNamespace(namespace)) {
    findings.error(
      params.at('namespace'),
      'has spaces or other characters that a header cannot hold, or is longer than 200',
      'write letters, digits and signs such as - . : /',
    );
  }
  return namespace;
}

/** `type: local` is memory and `type: redis` a Redis; without a type, wherever the other shared state is. */
function readPlace(
  params: Section,
  environment: Readonly<Record<string, string | undefined>>,
  shared: RedisPlace | undefined,
  findings: Findings,
): RedisPlace | undefined {
  const type = params.text('type');
  if (type === 'local') return undefined;
  const place = placeIn(params, '', environment) ?? shared;
  if (type === 'redis' && place === undefined) {
    findings.warning(
      params.at('type'),
      'is redis, and no Redis is named: answers are cached in memory',
      'set REDIS_URL, or host and port beside it',
    );
  }
  if (type === undefined || type === 'redis') return place;
  findings.warning(
    params.at('type'),
    `"${type}" is not served yet: answers are cached in memory`,
    'write local or redis',
  );
  return undefined;
}
