import { readFallbackTable, type FallbackTable } from '../reading/fallback-table.ts';
import { words, type KnownKeys } from '../reading/known-keys.ts';
import type { Section } from '../reading/section.ts';

const keys: KnownKeys = {
  actedOn: words(`
    cache cache_params drop_params num_retries request_timeout fallbacks default_fallbacks context_window_fallbacks
    content_policy_fallbacks allowed_fails master_key
  `),
  notActedOn: words(`
    callbacks success_callback failure_callback set_verbose custom_provider_map cost_margin_config modify_params
    ssl_verify default_internal_user_params default_team_params default_team_settings max_budget budget_duration
    json_logs require_auth_for_metrics_endpoint upperbound_key_generate_params default_key_generate_params
    key_generation_settings prometheus_metrics_config custom_prometheus_metadata_labels custom_prometheus_tags
    service_callbacks turn_off_message_logging redact_user_api_key_info force_ipv4 cost_discount_config network_mock
    enable_caching_on_provider_specific_optional_params enable_redis_auth_cache expose_router_debug_in_errors
    telemetry redact_messages_in_exceptions model_alias_map
  `),
};

export interface LiteLlmSettings {
  /** Deployments that say nothing leave out what their vendor does not support. */
  readonly dropParams: boolean;
  readonly cachesAnswers: boolean;
  /** What `router_settings` may say as well, and then wins. */
  readonly routing: {
    readonly retries: number | undefined;
    readonly timeoutSeconds: number | undefined;
    readonly allowedFails: number | undefined;
    readonly fallbacks: FallbackTable | undefined;
    readonly defaultFallbacks: readonly string[] | undefined;
    readonly contextWindowFallbacks: FallbackTable | undefined;
    readonly contentPolicyFallbacks: FallbackTable | undefined;
  };
  readonly misplacedKey: {
    readonly text: string | undefined;
    /** The variable that it names and that is not set. */
    readonly unset: string | undefined;
  };
}

/** `litellm_settings`: what LiteLLM sets in its library, for all deployments. */
export const litellmSettings = {
  name: 'litellm_settings',
  keys,

  read(litellm: Section): LiteLlmSettings {
    return {
      dropParams: litellm.flag('drop_params') ?? false,
      cachesAnswers: litellm.flag('cache') ?? false,
      routing: {
        retries: litellm.count('num_retries'),
        timeoutSeconds: litellm.number('request_timeout'),
        allowedFails: litellm.count('allowed_fails'),
        fallbacks: readFallbackTable(litellm, 'fallbacks'),
        defaultFallbacks: litellm.texts('default_fallbacks'),
        contextWindowFallbacks: readFallbackTable(litellm, 'context_window_fallbacks'),
        contentPolicyFallbacks: readFallbackTable(litellm, 'content_policy_fallbacks'),
      },
      misplacedKey: litellm.apart(readMisplacedKey, 'everything').part,
    };
  },
};

/** The master key, where people put it by mistake. */
function readMisplacedKey(litellm: Section): LiteLlmSettings['misplacedKey'] {
  if (litellm.values.master_key !== undefined) {
    litellm.findings.warning(
      litellm.at('master_key'),
      'belongs under general_settings',
      'move it there; it is used until then',
    );
  }
  return { text: litellm.text('master_key'), unset: litellm.unset('master_key') };
}
