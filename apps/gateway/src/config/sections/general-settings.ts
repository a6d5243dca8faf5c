import type { RateSettings } from '@showrunner/access';
import { Secret } from '@showrunner/service';
import { databaseUrlOf } from '../../litellm/database-url.ts';
import { settingNames } from '../../litellm/setting-names.ts';
import { isMapping } from '../../json/mapping.ts';
import type { ReservationSettings } from '../spending-settings.ts';
import { readRetention } from '../reading/duration.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import type { Section } from '../reading/section.ts';

const keys: KnownKeys = {
  actedOn: words(`
    alerting alerting_threshold alert_types alert_to_webhook_url alerting_args
    master_key litellm_key_header_name global_max_parallel_requests max_parallel_requests rpm_limit tpm_limit
    disable_spend_logs maximum_spend_logs_retention_period maximum_spend_logs_retention_interval
    disable_stored_responses maximum_stored_responses_retention_period allow_unmanaged_response_ids
    enforce_user_param enforced_params reject_clientside_metadata_tags max_request_size_mb admin_only_routes
    dangerously_allow_mock_testing_request_params pass_through_endpoints pass_through_request_timeout
    reserve disable_budget_reservation fail_closed_budget_enforcement refuse_unknown_cost
    enforce_fallback_model_access allow_requests_on_db_unavailable
    completion_model user_header_name user_header_mappings always_include_stream_usage apply_user_budget_to_team_keys
    database_url store_model_in_db finish_abandoned_calls forward_llm_provider_auth_headers
  `),
  // Beside what its code reads, what only its documents have (`docs/proxy/config_settings.md`, May 2026).
  notActedOn: [
    ...settingNames.general_settings,
    ...words(`
      disable_adding_master_key_hash_to_db use_client_credentials_pass_through_routes image_generation_model
      embedding_model moderation_model litellm_license disable_error_logs enable_mcp_registry
      custom_auth_settings block_robots
    `),
  ],
  missed: {
    custom_auth: 'no caller gets in by it',
    enable_jwt_auth: 'no caller gets in by it',
    enable_oauth2_auth: 'no caller gets in by it',
    enable_oauth2_proxy_auth: 'no caller gets in by it',
  },
  // All callers are administrators as long as the master key is the only one, so `admin_only_routes` is kept.
  unkept: words('allowed_ips allowed_routes role_permissions service_account_settings'),
};

/** The key of LiteLLM's documentation: whoever has read it has it. */
const PUBLIC_KEY = 'sk-1234';

const DEFAULT_SPEND_SWEEP_SECONDS = 86_400;

/** As long as OpenAI keeps them (its guide "Conversation state", 2026-11). */
const DEFAULT_RESPONSES_SECONDS = 30 * 86_400;

/** LiteLLM's. */
const DEFAULT_PASS_THROUGH_SECONDS = 600;

export interface GeneralSettings {
  readonly access: AccessSettings;
  readonly accounting: AccountingSettings;
  /** A user's own budget binds their keys of teams as well. */
  readonly bindsUsersInTeams: boolean;
  readonly reservation: Omit<ReservationSettings, 'exceededStatus'>;
  readonly chats: ChatSettings;
  readonly storage: StorageSettings;
  /** How long what is passed through may take to its answer's head, in seconds. */
  readonly passThroughSeconds: number;
}

/** What is true of all chat completions, whoever asks. */
export interface ChatSettings {
  /** `completion_model`: who answers, whatever model is named. */
  readonly model: string | undefined;
  /** Streams end with their usage, whether it was asked for or not. */
  readonly alwaysShowsUsage: boolean;
}

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
  /** What each request for a model has to be like; nothing where it may be anything. */
  readonly demands: DemandSettings | undefined;
  /** Whether callers may name responses of vendors that this gateway did not give out. */
  readonly allowsUnmanagedResponses: boolean;
}

/** What narrows the requests of all callers. */
export interface DemandSettings {
  /** Members, some with one of their own members: `user`, `metadata` and `generation_name`. */
  readonly requiredMembers: readonly (readonly [member: string, within: string | undefined])[];
  /** Tags in `metadata` are refused. */
  readonly refusesTags: boolean;
  /** How long a body may be. */
  readonly mostMegabytes: number | undefined;
}

/** What is written down of requests. */
export interface AccountingSettings {
  /** False under `disable_spend_logs`. */
  readonly keepsSpend: boolean;
  /** `finish_abandoned_calls`: whole answers whose client has left are waited for, so that the books are exact. */
  readonly finishesAbandoned: boolean;
  /** Nothing where rows are kept for good. */
  readonly spendRetention: SpendRetention | undefined;
  /** How long responses are kept that are made here; nothing where none is. */
  readonly keepResponsesSeconds: number | undefined;
}

/** Where things are kept, and which. */
export interface StorageSettings {
  /** The database that a LiteLLM in this place would use: `database_url`, else by its variables. */
  readonly liteLlmUrl: Secret | undefined;
  /** Whether models can be added by the API, and are read from the database. */
  readonly storesModels: boolean;
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
        finishesAbandoned: general.flag('finish_abandoned_calls') ?? false,
        spendRetention: readSpendRetention(general),
        keepResponsesSeconds:
          general.flag('disable_stored_responses') === true
            ? undefined
            : (readRetention(general, 'maximum_stored_responses_retention_period') ?? DEFAULT_RESPONSES_SECONDS),
      },
      bindsUsersInTeams: general.flag('apply_user_budget_to_team_keys') ?? false,
      reservation: general.apart(readReservation, 'everything').part,
      storage: readStorage(general),
      passThroughSeconds: general.number('pass_through_request_timeout') ?? DEFAULT_PASS_THROUGH_SECONDS,
      chats: {
        model: general.text('completion_model'),
        alwaysShowsUsage: general.flag('always_include_stream_usage') ?? false,
      },
    };
  },
};

/** Models are stored where the file or the environment says so (`litellm/proxy/proxy_server.py`, 1.108.7). */
function readStorage(general: Section): StorageSettings {
  const { environment } = general;
  const url = general.text('database_url') ?? databaseUrlOf(environment);
  const storesModels =
    general.flag('store_model_in_db') === true || /^true$/i.test(environment.STORE_MODEL_IN_DB ?? '');
  if (url !== undefined && !/^postgres(ql)?:/.test(url)) {
    general.findings.warning(
      general.at('database_url'),
      'is no address of a Postgres, and is not used',
      'write it as postgres://user:password@host:5432/database, or take it away',
    );
    return { liteLlmUrl: undefined, storesModels };
  }
  return { liteLlmUrl: url === undefined ? undefined : new Secret(url), storesModels };
}

function readReservation(general: Section): GeneralSettings['reservation'] {
  const reserve = general.text('reserve') ?? 'usual';
  if (reserve !== 'usual' && reserve !== 'max') {
    general.findings.error(
      general.at('reserve'),
      `"${reserve.slice(0, 100)}" is no way to reserve`,
      'write usual or max',
    );
  }
  const isOff = general.flag('disable_budget_reservation') ?? false;
  return {
    kind: isOff ? 'none' : reserve === 'max' ? 'max' : 'usual',
    failsClosed: general.flag('fail_closed_budget_enforcement') ?? false,
    refusesUnknown: general.flag('refuse_unknown_cost') ?? false,
  };
}

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
    customerHeaders: readCustomerHeaders(general),
    checksFallbacks: general.flag('enforce_fallback_model_access') ?? false,
    allowsUnknownKeys: general.flag('allow_requests_on_db_unavailable') ?? false,
    forwardsVendorKeys: general.flag('forward_llm_provider_auth_headers') ?? false,
    allowsMocks: general.flag('dangerously_allow_mock_testing_request_params') ?? false,
    demands: readDemands(general),
    allowsUnmanagedResponses: general.flag('allow_unmanaged_response_ids') ?? false,
  };
}

/** Headers that name customers; where a mapping names one, `user_header_name` counts no longer, as in LiteLLM. */
function readCustomerHeaders(general: Section): readonly string[] {
  const { user_header_mappings: written } = general.values;
  const mappings = written === undefined || written === null ? [] : [written].flat();
  const mapped = mappings.flatMap((mapping, index) => {
    const { header_name: name, litellm_user_role: role } = isMapping(mapping) ? mapping : {};
    const at = `${general.at('user_header_mappings')}[${index}]`;
    if (typeof name !== 'string' || name === '' || typeof role !== 'string') {
      general.findings.error(
        at,
        'is no header with a role',
        'write header_name: X-Customer and litellm_user_role: customer',
      );
      return [];
    }
    if (role.toLowerCase() === 'customer') return [name.toLowerCase()];
    general.findings.warning(
      at,
      `the role ${role.slice(0, 100)} is not acted on: no header makes a caller another user`,
      'give each user a key of their own',
    );
    return [];
  });
  const single = general.text('user_header_name')?.trim().toLowerCase() ?? '';
  return mapped.length > 0 || single === '' ? mapped : [single];
}

function readDemands(general: Section): DemandSettings | undefined {
  const members = [
    ...(general.flag('enforce_user_param') === true ? ['user'] : []),
    ...(general.texts('enforced_params') ?? []),
  ];
  const refusesTags = general.flag('reject_clientside_metadata_tags') ?? false;
  // 0 is no limit in LiteLLM.
  const mostMegabytes = general.number('max_request_size_mb') || undefined;
  if (members.length === 0 && !refusesTags && mostMegabytes === undefined) return undefined;
  return { requiredMembers: members.map(memberWithin), refusesTags, mostMegabytes };
}

/** `metadata.generation_name`: a member, or one within it. */
export function memberWithin(path: string): [string, string | undefined] {
  const [member = path, within] = path.split('.');
  return [member, within];
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
  const keepSeconds = readRetention(general, 'maximum_spend_logs_retention_period');
  const everySeconds = readRetention(general, 'maximum_spend_logs_retention_interval');
  if (keepSeconds === undefined) return undefined;
  return { keepSeconds, everySeconds: everySeconds ?? DEFAULT_SPEND_SWEEP_SECONDS };
}
