/** What LiteLLM tells its metrics apart by (`types/integrations/prometheus.py`, 1.108.7). */
export type LabelName =
  | 'requested_model'
  | 'model'
  | 'model_group'
  | 'litellm_model_name'
  | 'model_id'
  | 'api_base'
  | 'api_provider'
  | 'hashed_api_key'
  | 'api_key_alias'
  | 'team'
  | 'team_alias'
  | 'user'
  | 'user_email'
  | 'user_alias'
  | 'end_user'
  | 'org_id'
  | 'org_alias'
  | 'client_ip'
  | 'user_agent'
  | 'route'
  | 'stream'
  | 'service_tier'
  | 'status_code'
  | 'exception_status'
  | 'exception_class'
  | 'fallback_model'
  | 'rate_limit_type'
  | 'callback_name'
  | 'reason'
  | 'guardrail_name'
  | 'status'
  | 'error_type'
  | 'hook_type'
  | CustomLabelName;

/** One that an operator made up. */
export type CustomLabelName = string & { readonly madeUpBy: 'operator' };

const list = (text: string): readonly LabelName[] => text.trim().split(/\s+/) as LabelName[];

const tokens = list(`
  requested_model model end_user hashed_api_key api_key_alias team team_alias user user_email model_id api_provider
`);
const tokensOfOrganizations = [...tokens, ...list('org_id org_alias')];
const latency = list(`
  requested_model model_group model end_user hashed_api_key api_key_alias team team_alias user model_id api_provider
  service_tier org_id org_alias
`);
const deployment = list('litellm_model_name model_id api_base api_provider');
const deploymentOfKey = list(`
  model_group api_provider api_base litellm_model_name hashed_api_key api_key_alias model_id
`);
const deploymentCalls = list(`
  requested_model model_group litellm_model_name model_id api_base api_provider hashed_api_key api_key_alias team
  team_alias client_ip user_agent
`);
const fallbacks = list(`
  requested_model fallback_model hashed_api_key api_key_alias team team_alias exception_status exception_class model_id
`);
const cache = list('model hashed_api_key api_key_alias team team_alias end_user user model_id api_provider');
const key = list('hashed_api_key api_key_alias');
const team = list('team team_alias');
const organization = list('org_id org_alias');

/**
 * LiteLLM's metrics that are filled here, by its names for them, which have no `_total` behind a counter; and the labels
 * of each, the same as there in another order.
 */
export const metricLabels = {
  litellm_proxy_total_requests_metric: list(`
    requested_model end_user hashed_api_key api_key_alias team team_alias user status_code user_email route client_ip
    user_agent model_id api_provider org_id org_alias
  `),
  litellm_proxy_failed_requests_metric: list(`
    requested_model end_user hashed_api_key api_key_alias team team_alias user user_email exception_status
    exception_class route client_ip user_agent model_id api_provider org_id org_alias
  `),
  litellm_request_total_latency_metric: latency,
  litellm_llm_api_latency_metric: latency,
  litellm_llm_api_time_to_first_token_metric: latency,
  litellm_request_queue_time_seconds: list(`
    requested_model model end_user hashed_api_key api_key_alias team team_alias user model_id api_provider org_id
    org_alias
  `),
  litellm_overhead_latency_metric: deploymentOfKey,
  litellm_overhead_with_guardrails_latency_metric: deploymentOfKey,
  litellm_deployment_latency_per_output_token: [...deploymentOfKey, ...list('team team_alias org_id org_alias')],
  litellm_requests_metric: [...tokensOfOrganizations, ...list('client_ip user_agent')],
  litellm_spend_metric: [...tokensOfOrganizations, ...list('client_ip user_agent service_tier')],
  litellm_total_tokens_metric: tokensOfOrganizations,
  litellm_input_tokens_metric: tokensOfOrganizations,
  litellm_output_tokens_metric: tokensOfOrganizations,
  litellm_input_cached_tokens_metric: tokens,
  litellm_input_cache_creation_tokens_metric: tokens,
  litellm_input_audio_tokens_metric: tokens,
  litellm_output_reasoning_tokens_metric: tokens,
  litellm_output_audio_tokens_metric: tokens,
  litellm_images_generated_metric: tokensOfOrganizations,
  litellm_video_duration_seconds_metric: tokensOfOrganizations,
  litellm_cache_hits_metric: cache,
  litellm_cache_misses_metric: cache,
  litellm_cached_tokens_metric: cache,
  litellm_provider_cache_read_input_tokens_metric: cache,
  litellm_provider_cache_creation_input_tokens_metric: cache,
  litellm_zero_cost_requests_total: list('requested_model model model_id api_provider reason'),
  litellm_llm_api_failed_requests_metric: list(`
    model end_user hashed_api_key api_key_alias team team_alias user model_id
  `),
  litellm_deployment_success_responses: deploymentCalls,
  litellm_deployment_total_requests: deploymentCalls,
  litellm_deployment_failure_responses: [...deploymentCalls, ...list('exception_status exception_class')],
  litellm_deployment_successful_fallbacks: fallbacks,
  litellm_deployment_failed_fallbacks: fallbacks,
  litellm_deployment_cooled_down: [...deployment, 'exception_status'],
  litellm_deployment_state: deployment,
  litellm_deployment_tpm_limit: ['model_group', ...deployment],
  litellm_deployment_rpm_limit: ['model_group', ...deployment],
  litellm_remaining_requests_metric: deploymentOfKey,
  litellm_remaining_tokens_metric: deploymentOfKey,
  litellm_remaining_api_key_requests_for_model: [...key, ...list('model model_id')],
  litellm_remaining_api_key_tokens_for_model: [...key, ...list('model model_id')],
  litellm_api_key_rate_limit_allowed_metric: [...key, 'rate_limit_type'],
  litellm_api_key_rate_limit_used_metric: [...key, 'rate_limit_type'],
  litellm_team_rate_limit_allowed_metric: [...team, 'rate_limit_type'],
  litellm_team_rate_limit_used_metric: [...team, 'rate_limit_type'],
  litellm_remaining_api_key_budget_metric: key,
  litellm_api_key_max_budget_metric: key,
  litellm_api_key_budget_remaining_hours_metric: key,
  litellm_remaining_team_budget_metric: team,
  litellm_team_max_budget_metric: team,
  litellm_team_budget_remaining_hours_metric: team,
  litellm_team_members_metric: team,
  litellm_remaining_user_budget_metric: ['user'],
  litellm_user_max_budget_metric: ['user'],
  litellm_user_budget_remaining_hours_metric: ['user'],
  litellm_remaining_org_budget_metric: organization,
  litellm_org_max_budget_metric: organization,
  litellm_org_budget_remaining_hours_metric: organization,
  litellm_remaining_customer_budget_metric: ['end_user'],
  litellm_customer_max_budget_metric: ['end_user'],
  litellm_customer_budget_remaining_hours_metric: ['end_user'],
  litellm_provider_remaining_budget_metric: ['api_provider'],
  litellm_total_users: [],
  litellm_active_users: [],
  litellm_teams_count: [],
  litellm_in_flight_requests: [],
} as const satisfies Readonly<Record<string, readonly LabelName[]>>;

export type MetricName = keyof typeof metricLabels;

/** Whether a metric tells of requests, so that what is noted of them can tell its series apart. */
export function isOfRequests(metric: MetricName): boolean {
  return !NOT_OF_REQUESTS.test(metric);
}

/** How those are named that tell how somebody or something stands. */
const NOT_OF_REQUESTS = /remaining|budget|_limit|deployment_state|cooled_down|members|users|teams_count|in_flight/;

/** Where `prometheus_deployment_and_latency_caller_identity` says by what callers are told apart. */
export const callerIdentityMetrics: ReadonlySet<string> = new Set<MetricName>([
  'litellm_deployment_total_requests',
  'litellm_deployment_success_responses',
  'litellm_deployment_failure_responses',
  'litellm_request_total_latency_metric',
  'litellm_llm_api_latency_metric',
  'litellm_llm_api_time_to_first_token_metric',
  'litellm_request_queue_time_seconds',
  'litellm_overhead_latency_metric',
  'litellm_deployment_latency_per_output_token',
]);

/** Those whose `user` may have an address and a name beside it. */
export const userBudgetMetrics: ReadonlySet<string> = new Set<MetricName>([
  'litellm_remaining_user_budget_metric',
  'litellm_user_max_budget_metric',
  'litellm_user_budget_remaining_hours_metric',
]);
