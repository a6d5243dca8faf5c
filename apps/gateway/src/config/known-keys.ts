import { words, type KnownKeys } from './reading/known-keys.ts';

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
  model: { actedOn: words('model_name litellm_params model_info rpm tpm weight'), notActedOn: [] },
  params: {
    actedOn: words(`
      model api_key api_base base_url api_version organization custom_llm_provider rpm tpm weight order
      max_parallel_requests timeout stream_timeout num_retries max_retries cooldown_time extra_headers headers
      litellm_credential_name drop_params mock_response input_cost_per_token output_cost_per_token
    `),
    notActedOn: words(`
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
} satisfies Record<string, KnownKeys>;
