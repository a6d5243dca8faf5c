import type { Mapping } from '../../json/mapping.ts';
import type { CacheControls } from './cache-controls.ts';
import type { SaidAccess } from './callers-access.ts';
import type { VendorKeys } from './vendor-keys.ts';
import type { FallbackTable, FallbackTarget } from '../fallbacks.ts';
import type { MockControls } from './mock-controls.ts';
import type { ParameterControls } from './parameter-controls.ts';

/** What a request asks of the gateway itself; never sent to a vendor. */
export interface RequestControls {
  readonly cache: CacheControls | undefined;
  /** In place of the configured fallbacks: groups for whoever fails, or a table as a configuration has it. */
  readonly fallbacks: readonly FallbackTarget[] | FallbackTable | undefined;
  readonly contextWindowFallbacks: FallbackTable | undefined;
  readonly contentPolicyFallbacks: FallbackTable | undefined;
  readonly maxFallbacks: number | undefined;
  readonly fallbacksDisabled: boolean;
  /** `include_fallback_errors`: its caller wants to know why others had to stand in. */
  readonly wantsFallbackErrors: boolean;
  /** By which deployments are chosen, where they are chosen by tags; those in `metadata` come beside them. */
  readonly tags: readonly string[] | undefined;
  /** `litellm_session_id`, else `litellm_trace_id`: what joins requests of one conversation. */
  readonly sessionId: unknown;
  /** `litellm_metadata`: what callers note down for the gateway. */
  readonly notes: Mapping | undefined;
  readonly retries: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly streamTimeoutSeconds: number | undefined;
  /** The only region that may answer, by the `region_name` of deployments. */
  readonly region: string | undefined;
  /** Guardrails that it wants beside those that it meets anyway. */
  readonly guardrails: readonly WantedGuardrail[] | undefined;
  readonly mocks: MockControls | undefined;
  readonly parameters: ParameterControls | undefined;
  /** No callback is told of it. */
  readonly isUnlogged: boolean;
  /** Where it goes and as whom, in place of what is configured; nothing where the caller says none of it. */
  readonly access: SaidAccess | undefined;
  /** Keys of the caller's own, which go to their vendors in place of the configured ones; nothing where there are none. */
  readonly vendorKeys?: VendorKeys | undefined;
}

/** A guardrail by its name, and what the caller says to it. */
export interface WantedGuardrail {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}
