import { settingNames } from '../../../litellm/setting-names.ts';
import { words, type KnownKeys } from '../../reading/known-keys.ts';
import type { Section } from '../../reading/section.ts';
import type { ReservationSettings } from '../../spending-settings.ts';
import { readAccess, type AccessSettings } from './access-settings.ts';
import { readAccounting, type AccountingSettings } from './accounting-settings.ts';
import type { MisplacedKey } from './master-key.ts';
import { readStorage, type StorageSettings } from './storage-settings.ts';

const keys: KnownKeys = {
  actedOn: words(`
    alerting alerting_threshold alert_types alert_to_webhook_url alerting_args
    master_key litellm_key_header_name global_max_parallel_requests max_parallel_requests rpm_limit tpm_limit
    disable_spend_logs maximum_spend_logs_retention_period maximum_spend_logs_retention_interval
    disable_stored_responses maximum_stored_responses_retention_period allow_unmanaged_response_ids
    enforce_user_param enforced_params reject_clientside_metadata_tags max_request_size_mb admin_only_routes
    dangerously_allow_mock_testing_request_params expose_fallback_errors_to_caller pass_through_endpoints pass_through_request_timeout
    reserve disable_budget_reservation fail_closed_budget_enforcement refuse_unknown_cost
    enforce_fallback_model_access allow_requests_on_db_unavailable
    completion_model user_header_name user_header_mappings always_include_stream_usage apply_user_budget_to_team_keys
    database_url store_model_in_db finish_abandoned_calls forward_llm_provider_auth_headers
    forward_client_headers_to_llm_api
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
      accounting: readAccounting(general),
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
