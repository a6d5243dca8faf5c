import { openAiChatMembers, ownParameters } from '../litellm/own-names.ts';
import { words, type KnownKeys } from './reading/known-keys.ts';

/** What a caller alone says, and a deployment cannot. */
export const callersMembers: ReadonlySet<string> = new Set(words('model messages stream stream_options'));

/** What vendors of OpenAI's wire and Anthropic's add to the members of OpenAI's chat API. */
const vendorMembers = words('thinking top_k min_p repetition_penalty safety_settings extra_body');

/** Request members that may stand in `litellm_params` as defaults. */
export const requestMembers: ReadonlySet<string> = new Set([
  ...[...openAiChatMembers].filter((member) => !callersMembers.has(member)),
  ...vendorMembers,
]);

export const knownKeys = {
  model: { actedOn: words('model_name litellm_params model_info rpm tpm weight'), notActedOn: [] },
  params: {
    actedOn: words(`
      model api_key api_base base_url api_version organization custom_llm_provider rpm tpm weight order
      max_parallel_requests timeout stream_timeout num_retries max_retries cooldown_time extra_headers headers
      litellm_credential_name drop_params mock_response base_model
      input_cost_per_token output_cost_per_token cache_read_input_token_cost cache_creation_input_token_cost
      cache_creation_input_token_cost_above_1hr
    `),
    notActedOn: [...ownParameters],
  },
} satisfies Record<string, KnownKeys>;
