import type { RateSettings } from '@showrunner/access';
import { Secret } from '@showrunner/service';
import { readDuration } from '../reading/duration.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import type { Section } from '../reading/section.ts';

const keys: KnownKeys = {
  actedOn: words(`
    master_key litellm_key_header_name global_max_parallel_requests max_parallel_requests rpm_limit tpm_limit
    disable_spend_logs maximum_spend_logs_retention_period maximum_spend_logs_retention_interval
  `),
  notActedOn: words(`
    litellm_jwtauth key_management_system key_management_settings database_url alerting alerting_threshold
    alert_types alerting_args alert_to_webhook_url forward_client_headers_to_llm_api pass_through_endpoints
    health_check_interval background_health_checks store_model_in_db public_routes store_prompts_in_spend_logs
    use_shared_health_check disable_error_logs user_api_key_cache_ttl health_check_details
    use_redis_transaction_buffer completion_model database_connection_pool_limit database_connection_timeout
    allow_requests_on_db_unavailable proxy_batch_write_at custom_key_generate max_response_size_mb block_robots
    include_call_id_in_error_body token_rate_limit_type always_include_stream_usage infer_model_from_keys
    health_check_skip_disabled_background_models disable_master_key_return ui_access_mode
  `),
  missed: {
    custom_auth: 'no caller gets in by it',
    enable_jwt_auth: 'no caller gets in by it',
    enable_oauth2_auth: 'no caller gets in by it',
    enable_oauth2_proxy_auth: 'no caller gets in by it',
  },
  unkept: words(`
    allowed_ips allowed_routes admin_only_routes enforce_user_param enforced_params role_permissions
    reject_clientside_metadata_tags max_request_size_mb
  `),
};

/** The key of LiteLLM's documentation: whoever has read it has it. */
const PUBLIC_KEY = 'sk-1234';

const DEFAULT_SPEND_SWEEP_SECONDS = 86_400;

export interface GeneralSettings {
  readonly access: AccessSettings;
  readonly accounting: AccountingSettings;
}

export interface AccessSettings {
  /** Nothing: open, and then the gateway listens on loopback only. */
  readonly masterKey: Secret | undefined;
  /** It is one that everybody knows, and so none for callers from other machines. */
  readonly isKeyPublic: boolean;
  /** `litellm_key_header_name`: the only header that keys are taken from. */
  readonly keyHeader: string | undefined;
  /** In this process. */
  readonly globalMaxParallelRequests: number | undefined;
  /** Limits of the master key; nothing where it has none. */
  readonly keyLimits: RateSettings | undefined;
}

/** What is written down of requests. */
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

/** A master key that stands in another section. */
interface MisplacedKey {
  readonly text: string | undefined;
  /** The variable that it names and that is not set. */
  readonly unset: string | undefined;
}

/** `general_settings`: who may use the gateway, how much, and what is written down of it. */
export const generalSettings = {
  name: 'general_settings',
  keys,
  // What is no mapping holds no key, and everybody would get in.
  stops: 'everything' as const,

  read(general: Section, misplacedKey: MisplacedKey): GeneralSettings {
    return {
      // Where one of these is wrong, callers would get in whom it was to keep out.
      access: general.apart((section) => readAccess(section, misplacedKey), 'everything').part,
      accounting: {
        keepsSpend: general.flag('disable_spend_logs') !== true,
        spendRetention: readSpendRetention(general),
      },
    };
  },
};

function readAccess(general: Section, misplacedKey: MisplacedKey): AccessSettings {
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
  };
}

/** `master_key`, else the misplaced one, else `LITELLM_MASTER_KEY`. */
function readMasterKey(general: Section, misplaced: MisplacedKey): Secret | undefined {
  const { findings } = general;
  const path = general.at('master_key');
  const masterKey = general.text('master_key') ?? misplaced.text ?? general.environment.LITELLM_MASTER_KEY;
  const unset = general.unset('master_key') ?? misplaced.unset;
  if (unset !== undefined) reportUnsetKey(general, unset, masterKey !== undefined);
  if (masterKey?.trim() === '') {
    findings.error(
      path,
      'is empty, which would let everybody in',
      'write a key (os.environ/LITELLM_MASTER_KEY with that variable set), or take the line away',
    );
  }
  if (masterKey === undefined || masterKey === '') return undefined;
  if (!masterKey.startsWith('sk-')) {
    findings.hint(path, 'does not start with sk-, which LiteLLM requires', 'choose one that does');
  }
  return new Secret(masterKey);
}

function reportUnsetKey(general: Section, unset: string, hasOther: boolean): void {
  const path = general.at('master_key');
  const fix = `set ${unset} in the environment or in .env, or take the line away`;
  if (hasOther) {
    general.findings.warning(path, `${unset} is not set; LITELLM_MASTER_KEY is the key`, fix);
  } else {
    const message = `a key is configured, but ${unset} is not set or empty, which would let everybody in`;
    general.findings.error(path, message, fix);
  }
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

function readSpendRetention(general: Section): SpendRetention | undefined {
  const keepSeconds = readDuration(general, 'maximum_spend_logs_retention_period');
  const everySeconds = readDuration(general, 'maximum_spend_logs_retention_interval');
  if (keepSeconds === undefined) return undefined;
  return { keepSeconds, everySeconds: everySeconds ?? DEFAULT_SPEND_SWEEP_SECONDS };
}
