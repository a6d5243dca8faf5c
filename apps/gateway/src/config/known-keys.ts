import type { Findings } from './finding.ts';
import { nearestKey } from './nearest-key.ts';
import type { Section } from './section.ts';

/**
 * The keys of each section: those this gateway acts on, and those that LiteLLM has beside them.
 * Source: LiteLLM's documentation `docs/proxy/config_settings.md` and `litellm/types/router.py`, 1.79 to 1.90.
 */
interface KnownKeys {
  readonly served: readonly string[];
  readonly liteLlm: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Request members that may stand in `litellm_params` as defaults (OpenAI's chat API, and what vendors add to it). */
export const requestMembers: ReadonlySet<string> = new Set(
  words(`
    temperature top_p n max_tokens max_completion_tokens stop seed presence_penalty frequency_penalty logit_bias
    logprobs top_logprobs user tools tool_choice parallel_tool_calls response_format reasoning_effort thinking
    service_tier verbosity modalities audio prediction web_search_options top_k min_p repetition_penalty
    safety_settings extra_body store metadata
  `),
);

export const knownKeys = {
  file: {
    served: words(
      'model_list router_settings litellm_settings general_settings environment_variables credential_list include',
    ),
    liteLlm: words(`
      guardrails search_tools prompts vector_store_registry mcp_servers callback_settings finetune_settings
      files_settings policies policy_attachments worker_registry default_litellm_params
    `),
  },
  model: { served: words('model_name litellm_params model_info rpm tpm weight'), liteLlm: [] },
  params: {
    served: words(`
      model api_key api_base base_url api_version organization custom_llm_provider rpm tpm weight order
      max_parallel_requests timeout stream_timeout num_retries max_retries cooldown_time extra_headers headers
      litellm_credential_name drop_params mock_response input_cost_per_token output_cost_per_token
    `),
    liteLlm: words(`
      aws_region_name aws_access_key_id aws_secret_access_key aws_session_token aws_role_name aws_session_name
      aws_profile_name aws_web_identity_token aws_bedrock_runtime_endpoint vertex_project vertex_location
      vertex_credentials vertex_ai_project vertex_ai_location itpm otpm tags tag_regex additional_drop_params
      max_budget budget_duration input_cost_per_second output_cost_per_second configurable_clientside_auth_params
      azure_ad_token tenant_id client_id client_secret region_name ssl_verify use_in_pass_through
      merge_reasoning_content_in_choices prompt_id default_api_key_tpm_limit default_api_key_rpm_limit
      use_chat_completions_api provider_affinity_header keepalive_seconds model_info use_litellm_proxy
      allowed_openai_params
    `),
  },
  router: {
    served: words(`
      routing_strategy model_group_alias num_retries timeout stream_timeout allowed_fails allowed_fails_policy
      cooldown_time disable_cooldowns retry_after retry_policy model_group_retry_policy max_fallbacks fallbacks
      default_fallbacks context_window_fallbacks content_policy_fallbacks default_max_parallel_requests
      optional_pre_call_checks redis_host redis_port redis_password redis_url
    `),
    liteLlm: words(`
      redis_db enable_pre_call_checks
      enable_tag_filtering tag_filtering_match_any provider_budget_config routing_strategy_args client_ttl
      cache_responses cache_kwargs caching_groups default_priority polling_interval default_litellm_params
      deployment_affinity_ttl_seconds model_group_affinity_config routing_groups enable_health_check_routing
      health_check_staleness_threshold ignore_invalid_deployments set_verbose debug_level assistants_config
      alerting_config
    `),
  },
  litellm: {
    served: words(`
      cache cache_params drop_params num_retries request_timeout fallbacks default_fallbacks context_window_fallbacks
      content_policy_fallbacks allowed_fails master_key
    `),
    liteLlm: words(`
      callbacks success_callback failure_callback set_verbose custom_provider_map cost_margin_config modify_params
      ssl_verify default_internal_user_params default_team_params default_team_settings max_budget budget_duration
      json_logs require_auth_for_metrics_endpoint upperbound_key_generate_params default_key_generate_params
      key_generation_settings prometheus_metrics_config custom_prometheus_metadata_labels custom_prometheus_tags
      service_callbacks turn_off_message_logging redact_user_api_key_info force_ipv4 cost_discount_config network_mock
      enable_caching_on_provider_specific_optional_params enable_redis_auth_cache expose_router_debug_in_errors
      telemetry redact_messages_in_exceptions model_alias_map
    `),
  },
  general: {
    served: words(`
      master_key litellm_key_header_name global_max_parallel_requests max_parallel_requests rpm_limit tpm_limit
      disable_spend_logs maximum_spend_logs_retention_period maximum_spend_logs_retention_interval
    `),
    liteLlm: words(`
      enable_jwt_auth litellm_jwtauth key_management_system key_management_settings database_url alerting
      alerting_threshold alert_types alerting_args alert_to_webhook_url forward_client_headers_to_llm_api
      pass_through_endpoints health_check_interval background_health_checks store_model_in_db public_routes
      store_prompts_in_spend_logs use_shared_health_check disable_error_logs admin_only_routes
      allowed_routes user_api_key_cache_ttl health_check_details custom_auth use_redis_transaction_buffer
      completion_model
      database_connection_pool_limit database_connection_timeout
      allow_requests_on_db_unavailable proxy_batch_write_at custom_key_generate max_request_size_mb
      max_response_size_mb enforce_user_param allowed_ips block_robots include_call_id_in_error_body
      token_rate_limit_type always_include_stream_usage infer_model_from_keys
      health_check_skip_disabled_background_models disable_master_key_return ui_access_mode
    `),
  },
  cache: {
    served: words(
      'type url host port password username ssl namespace ttl default_in_memory_ttl default_in_redis_ttl mode supported_call_types',
    ),
    liteLlm: words(`
      max_connections redis_startup_nodes service_name sentinel_nodes sentinel_password gcp_service_account
      gcp_ssl_ca_certs similarity_threshold qdrant_api_base qdrant_api_key qdrant_collection_name
      qdrant_quantization_config qdrant_semantic_cache_embedding_model redis_semantic_cache_embedding_model
      redis_semantic_cache_index_name s3_bucket_name s3_region_name s3_endpoint_url s3_aws_access_key_id
      s3_aws_secret_access_key s3_path gcs_bucket_name gcs_path_service_account gcs_path disk_cache_dir
      redis_flush_size ssl_cert_reqs
    `),
  },
} satisfies Record<string, KnownKeys>;

/** Reports each key of a section that is not acted on: what it may have meant, and whether LiteLLM has it. */
export function reportUnknownKeys(section: Section, { served, liteLlm }: KnownKeys, findings: Findings): void {
  for (const key of Object.keys(section.values)) {
    if (!served.includes(key)) reportUnknownKey(section.at(key), key, { served, liteLlm }, findings);
  }
}

function reportUnknownKey(path: string, key: string, { served, liteLlm }: KnownKeys, findings: Findings): void {
  if (liteLlm.includes(key)) {
    findings.hint(
      path,
      'is a setting of LiteLLM that this gateway does not act on',
      'leave it for LiteLLM, or remove it',
    );
    return;
  }
  const nearest = nearestKey(key, [...served, ...liteLlm]);
  findings.warning(
    path,
    'is no setting that this gateway or LiteLLM knows',
    nearest === undefined ? 'remove it' : `write \`${nearest}\` if that was meant`,
  );
}
