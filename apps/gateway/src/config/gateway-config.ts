import type { Secret } from '@showrunner/service';
import type { Deployment } from '../exchange/deployment.ts';
import type { Finding } from './finding.ts';

/** A configuration file, read and checked: everything that serving needs, immutable. */
export interface GatewayConfig {
  readonly deployments: readonly Deployment[];
  readonly routing: RoutingSettings;
  readonly access: AccessSettings;
  /** Where the state is that replicas share; nothing for this process's memory. */
  readonly redis: RedisPlace | undefined;
  readonly accounting: AccountingSettings;
  readonly cache: CacheSettings | undefined;
  /** Each file that was read, to watch for changes. */
  readonly files: readonly string[];
  /** What is worth knowing though it can be served. */
  readonly findings: readonly Finding[];
}

export interface Alias {
  readonly model: string;
  /** Left out of listings. */
  readonly hidden: boolean;
}

/** Retries by the kind of failure, LiteLLM's `retry_policy`; what is missing falls to `otherwise`. */
export interface RetryPolicy {
  readonly badRequest?: number;
  readonly authentication?: number;
  readonly timeout?: number;
  readonly rateLimit?: number;
  readonly contentPolicy?: number;
  readonly serverError?: number;
  readonly unavailable?: number;
  readonly notFound?: number;
  readonly otherwise?: number;
}

/** Failures within a cooldown's time that are allowed, LiteLLM's `allowed_fails_policy`; 0 means none. */
export type AllowedFailsPolicy = Omit<RetryPolicy, 'otherwise'>;

export interface RoutingSettings {
  readonly aliases: ReadonlyMap<string, Alias>;
  readonly retries: number;
  readonly retryPolicy: RetryPolicy | undefined;
  readonly groupRetryPolicies: ReadonlyMap<string, RetryPolicy>;
  /** The least wait before a retry, in seconds. */
  readonly retryAfterSeconds: number;
  /** The deadline of one request, all attempts together. */
  readonly timeoutSeconds: number;
  /** How long a stream may take to its first content. */
  readonly streamTimeoutSeconds: number | undefined;
  /** Nothing: LiteLLM's default rules decide. */
  readonly allowedFails: number | undefined;
  readonly allowedFailsPolicy: AllowedFailsPolicy | undefined;
  readonly cooldownSeconds: number;
  readonly cooldownsDisabled: boolean;
  readonly maxFallbacks: number;
  readonly fallbacks: FallbackTable;
  readonly defaultFallbacks: readonly string[];
  /** Nothing: not configured, and then the generic fallbacks serve. */
  readonly contextWindowFallbacks: FallbackTable | undefined;
  readonly contentPolicyFallbacks: FallbackTable | undefined;
  readonly defaultMaxParallelRequests: number | undefined;
  /** `rpm` and `tpm` of deployments are limits and not only weights. */
  readonly enforcesModelRateLimits: boolean;
}

/** Which groups stand in for a group, in their order. `*` stands for each group without an entry. */
export type FallbackTable = ReadonlyMap<string, readonly string[]>;

export interface AccessSettings {
  /** Nothing: open, and then the gateway listens on loopback only. */
  readonly masterKey: Secret | undefined;
  /** `litellm_key_header_name`: the only header that keys are taken from. */
  readonly keyHeader: string | undefined;
  /** In this process. */
  readonly globalMaxParallelRequests: number | undefined;
  /** Limits of the master key; nothing where it has none. */
  readonly keyLimits: KeyLimits | undefined;
}

/** What one key may do, among all replicas. */
export interface KeyLimits {
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  readonly maxParallelRequests: number | undefined;
}

export interface AccountingSettings {
  /** False under `disable_spend_logs`. */
  readonly keepsSpend: boolean;
  /** Nothing where rows are kept for good. */
  readonly spendRetention: SpendRetention | undefined;
}

/** How long spend rows are kept, and how often older ones are looked for. */
export interface SpendRetention {
  readonly keepSeconds: number;
  readonly everySeconds: number;
}

export interface CacheSettings {
  /** Where Redis is; nothing for a cache in this process's memory. */
  readonly redis: RedisPlace | undefined;
  readonly namespace: string | undefined;
  readonly ttlSeconds: number;
  /** False under `mode: default_off`: only requests that say `use-cache` are cached. */
  readonly onByDefault: boolean;
}

export interface RedisPlace {
  readonly url: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly password: string | undefined;
}
