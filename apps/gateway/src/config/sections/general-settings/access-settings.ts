import type { RateSettings } from '@showrunner/access';
import type { Secret } from '@showrunner/service';
import type { Section } from '../../reading/section.ts';
import { readCustomerHeaders } from './customer-headers.ts';
import { readDemands, type DemandSettings } from './demand-settings.ts';
import { readMasterKey, type MisplacedKey } from './master-key.ts';

/** The key of LiteLLM's documentation: whoever has read it has it. */
const PUBLIC_KEY = 'sk-1234';

export interface AccessSettings {
  /** Nothing: open, and then the gateway listens on loopback only. */
  readonly masterKey: Secret | undefined;
  /** It is one that everybody knows, and so none for callers from other machines. */
  readonly isKeyPublic: boolean;
  /** `litellm_key_header_name`: keys are taken from it, and where it is not there from `Authorization`. */
  readonly keyHeader: string | undefined;
  /** In this process. */
  readonly globalMaxParallelRequests: number | undefined;
  /** Limits of the master key; nothing where it has none. */
  readonly keyLimits: RateSettings | undefined;
  /** `user_header_name`, `user_header_mappings`: by which customers are named beside LiteLLM's own, in lower case. */
  readonly customerHeaders: readonly string[];
  /** `enforce_fallback_model_access`: fallbacks of the configuration are asked only where the key may ask them. */
  readonly checksFallbacks: boolean;
  /** `allow_requests_on_db_unavailable`: while keys cannot be looked up, each may call models. */
  readonly allowsUnknownKeys: boolean;
  /** `forward_llm_provider_auth_headers`: vendors' keys of callers' own go to those vendors in place of the gateway's. */
  readonly forwardsVendorKeys: boolean;
  /** Callers may ask for made-up failures and delays. */
  readonly allowsMocks: boolean;
  /** `expose_fallback_errors_to_caller`: callers who ask for it are told why others had to stand in. */
  readonly tellsFallbackErrors: boolean;
  /** What each request for a model has to be like; nothing where it may be anything. */
  readonly demands: DemandSettings | undefined;
  /** Whether callers may name responses of vendors that this gateway did not give out. */
  readonly allowsUnmanagedResponses: boolean;
}

export function readAccess(general: Section, misplacedKey: MisplacedKey): AccessSettings {
  const masterKey = readMasterKey(general, misplacedKey);
  const isKeyPublic = masterKey?.reveal() === PUBLIC_KEY;
  if (isKeyPublic)
    general.findings.warning(general.at('master_key'), 'is a key that everybody knows', 'choose another');
  return {
    masterKey,
    isKeyPublic,
    keyHeader: general.text('litellm_key_header_name')?.toLowerCase(),
    globalMaxParallelRequests: general.count('global_max_parallel_requests'),
    keyLimits: readKeyLimits(general),
    customerHeaders: readCustomerHeaders(general),
    checksFallbacks: general.flag('enforce_fallback_model_access') ?? false,
    allowsUnknownKeys: general.flag('allow_requests_on_db_unavailable') ?? false,
    forwardsVendorKeys: general.flag('forward_llm_provider_auth_headers') ?? false,
    allowsMocks: general.flag('dangerously_allow_mock_testing_request_params') ?? false,
    tellsFallbackErrors: general.flag('expose_fallback_errors_to_caller') ?? false,
    demands: readDemands(general),
    allowsUnmanagedResponses: general.flag('allow_unmanaged_response_ids') ?? false,
  };
}

/** LiteLLM knows `max_parallel_requests` here; `rpm_limit` and `tpm_limit` it knows of virtual keys. */
function readKeyLimits(general: Section): RateSettings | undefined {
  const limits: RateSettings = {
    requestsPerMinute: general.count('rpm_limit'),
    tokensPerMinute: general.count('tpm_limit'),
    maxParallelRequests: general.count('max_parallel_requests'),
  };
  return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
}
