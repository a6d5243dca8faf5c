import type { ModelDescription } from '@showrunner/models';
import type { ProviderAdapter, ProviderSettings } from '@showrunner/providers';
import type { AllowedAccess } from '../asked/callers-access.ts';
import type { AllowedFailsPolicy } from './failure-policy.ts';
import type { ParameterControls } from '../asked/parameter-controls.ts';
import type { VendorKeys } from '../asked/vendor-keys.ts';

/** What may be spent within a time that begins with the first call that cost something. */
export interface Budget {
  /** US dollars. */
  readonly dollars: number;
  readonly seconds: number;
}

/** One entry of `model_list`, ready to be called. */
export interface Deployment extends ModelDescription {
  /** `model_info.id`, else a hash of the entry: the same file gives the same ids. */
  readonly id: string;
  /** `model_name`: what callers ask for; entries of the same name form a group. May hold `*`. */
  readonly group: string;
  /** `litellm_params.model` as written, for example `anthropic/claude-opus-4-8`. May hold `*`. */
  readonly model: string;
  readonly adapter: ProviderAdapter;
  /** Where `model` is `*`, callers name the vendor as well: what serves such a name, or nothing where none is known. */
  readonly named?: ((model: string) => Deployment | undefined) | undefined;
  /** The vendor's own model id. */
  readonly vendorModel: string;
  readonly settings: ProviderSettings;
  /** Why it cannot be called as it is configured, for example for want of a key. */
  readonly problem: string | undefined;
  /** An administrator wants nobody to call it now. */
  readonly isBlocked: boolean;
  /** Where its price is not known, requests that it might answer are refused (`refuse_unknown_cost`). */
  readonly refusesUnknownCost: boolean;
  /** Request members that are sent when the caller leaves them out. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Those among them that are sent whatever the kind of call is. */
  readonly extraBody: Readonly<Record<string, unknown>>;
  readonly dropUnsupported: boolean;
  /** Requests in Anthropic's wire ask it for chats, whatever else it has. */
  readonly asksMessagesByChat: boolean;
  /** Members that are never sent, and those that are sent whatever is known of the model; nothing where it names none. */
  readonly parameters: Pick<ParameterControls, 'dropped' | 'insistsOn'> | undefined;
  /** Which requests it takes, where requests are routed by tags. */
  readonly tags: readonly string[];
  /** Guardrails that what it is sent and what it answers has to pass, by their names. */
  readonly guardrails: readonly string[];
  readonly weight: number | undefined;
  /** Requests and tokens a minute: weights for routing, not hard limits (LiteLLM's meaning). */
  readonly rpm: number | undefined;
  readonly tpm: number | undefined;
  /** Lower is tried first; the next order only when all before it failed. */
  readonly order: number | undefined;
  readonly maxParallelRequests: number | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly streamTimeoutSeconds: number | undefined;
  readonly retries: number | undefined;
  readonly cooldownSeconds: number | undefined;
  /** Answers with this text, or fails as it names, without calling anybody. */
  readonly mockResponse: string | undefined;
  /** How long that takes, in seconds. */
  readonly mockDelaySeconds: number | undefined;
  /** Never answers, without calling anybody. */
  readonly mockTimesOut: boolean;
  /** Whether one of these is set. */
  readonly isMock: boolean;
  /** Where it stands, in its operator's words; for requests that name a region. */
  readonly region: string | undefined;
  /** What it may cost; nothing where that is not limited. */
  readonly budget: Budget | undefined;
  /** Failures within a cooldown's time that are allowed, over what the router says. */
  readonly allowedFails: number | undefined;
  readonly allowedFailsPolicy: AllowedFailsPolicy | undefined;
  /** What callers may say of where a request goes and as whom; nothing where that is the configuration's alone. */
  readonly allowedAccess: AllowedAccess | undefined;
  /** `litellm_params` without secrets, for `/model/info`. */
  readonly publicParams: Readonly<Record<string, unknown>>;
}

/** The deployment as it is called with a caller's own key for its vendor; as it is where the caller has none. */
export function withVendorKey(deployment: Deployment, keys: VendorKeys | undefined): Deployment {
  const apiKey = keys?.[deployment.adapter.name];
  if (apiKey === undefined) return deployment;
  return { ...deployment, problem: undefined, settings: { ...deployment.settings, apiKey } };
}
