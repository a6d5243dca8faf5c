import type { ProviderAdapter, ProviderSettings } from '@showrunner/providers';
import { nearestName } from '@showrunner/errors/nearest-name';
import type { Mapping } from '../../../json/mapping.ts';
import { openAiChatMembers } from '../../../litellm/own-names.ts';
import { words } from '../../reading/known-keys.ts';
import { Section, type Reading } from '../../reading/section.ts';

/** What is acted on of `litellm_params`, and of what a credential brings. LiteLLM's other names are in `litellm/`. */
export const actedOnParams = words(`
  model api_key api_base base_url api_version organization custom_llm_provider rpm tpm weight order
  max_parallel_requests timeout stream_timeout num_retries max_retries cooldown_time extra_headers headers
  mock_delay mock_timeout region_name max_budget budget_duration refuse_unknown_cost
  litellm_credential_name drop_params additional_drop_params allowed_openai_params mock_response base_model guardrails azure_ad_token tags
  input_cost_per_token output_cost_per_token cache_read_input_token_cost cache_creation_input_token_cost
  cache_creation_input_token_cost_above_1hr use_in_pass_through configurable_clientside_auth_params
`);

/** What a caller alone says, and a deployment cannot. */
export const callersMembers: ReadonlySet<string> = new Set(words('model messages stream stream_options'));

/** What vendors of OpenAI's wire, Anthropic's and Ollama's add to the members of OpenAI's chat API. */
const vendorMembers = words(`
  thinking top_k min_p repetition_penalty safety_settings extra_body
  keep_alive think num_ctx num_predict num_keep num_gpu num_thread num_batch repeat_penalty repeat_last_n tfs_z
  mirostat mirostat_eta mirostat_tau
`);

/** Request members that may stand in `litellm_params` as defaults. */
export const requestMembers: ReadonlySet<string> = new Set([
  ...[...openAiChatMembers].filter((member) => !callersMembers.has(member)),
  ...vendorMembers,
]);

/** What, left out, would have calls go to another address, or as nobody. */
const NEEDED = /^(api_base|base_url|custom_llm_provider|organization\[\d+\]|(extra_)?headers\..+)$/;

/** What an entry of `credential_list` brings. */
interface Credential {
  readonly path: string;
  readonly values: Mapping;
  readonly isWrong: boolean;
}

/** `litellm_credential_name` brings the values of an entry of `credential_list`; the deployment's own win. */
export function withCredential(
  params: Section,
  credentials: ReadonlyMap<string, Credential>,
  reading: Reading,
): Section {
  const key = 'litellm_credential_name';
  const name = params.text(key);
  if (name === undefined) return params;
  const credential = credentials.get(name);
  if (!credential) {
    const nearest = nearestName(name, credentials.keys());
    params.findings.error(
      params.at(key),
      `there is no credential "${name}" in credential_list`,
      nearest === undefined ? 'add it to credential_list' : `write "${nearest}" if that was meant`,
    );
    return params;
  }
  if (credential.isWrong) {
    params.findings.error(params.at(key), `the credential "${name}" has an error`, `see ${credential.path}`);
  }
  const missing = new Map([...reading.missing, ...brought(credential, params, reading.missing)]);
  return new Section({ ...credential.values, ...params.values }, params.path, { ...reading, missing });
}

/** The variables that a credential names and that are not set, at the places that its values take. */
function brought({ path }: Credential, params: Section, missing: Reading['missing']): [string, string][] {
  return [...missing].flatMap(([place, variable]): [string, string][] => {
    if (!place.startsWith(`${path}.`)) return [];
    const [key = ''] = place.slice(path.length + 1).split(/[.[]/);
    return key in params.values ? [] : [[params.path + place.slice(path.length), variable]];
  });
}

/** Where and as whom the vendor is called. */
export function readProviderSettings(params: Section, adapter: ProviderAdapter): ProviderSettings {
  const fromEnvironment = (names: readonly string[] = []): string | undefined =>
    names.map((name) => params.environment[name]).find((value) => value !== undefined && value !== '');
  const apiKey = params.text('api_key') ?? fromEnvironment(adapter.environment.apiKey);
  const apiBase = params.text('api_base') ?? params.text('base_url') ?? fromEnvironment(adapter.environment.apiBase);
  const apiVersion = params.text('api_version') ?? fromEnvironment(adapter.environment.apiVersion);
  if (apiBase !== undefined) checkAddress(params, apiBase);
  reportUnset(params);
  // A list of them stands for one deployment each.
  const organization = params.values.organization ?? fromEnvironment(adapter.environment.organization);
  const extraHeaders = { ...params.section('headers').values, ...params.section('extra_headers').values };
  return {
    ...(apiKey !== undefined && { apiKey }),
    ...(apiBase !== undefined && { apiBase }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(typeof organization === 'string' && { organization }),
    ...(Object.keys(extraHeaders).length > 0 && {
      extraHeaders: Object.fromEntries(Object.entries(extraHeaders).map(([name, value]) => [name, String(value)])),
    }),
    options: { ...optionsFrom(params, adapter), ...params.values },
  };
}

/** Settings of the vendor's own that the environment says. */
function optionsFrom(params: Section, { options = [] }: ProviderAdapter): Mapping {
  return Object.fromEntries(
    options.flatMap(({ name, variables }) => {
      const value = variables.map((variable) => params.environment[variable]).find(Boolean);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function checkAddress(params: Section, address: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return;
  params.findings.error(
    params.at('api_base'),
    'is no http or https address',
    'write it whole, for example https://api.openai.com/v1',
  );
}

function reportUnset(params: Section): void {
  for (const [key, variable] of params.unsetBelow()) {
    if (!NEEDED.test(key)) continue;
    params.findings.error(
      params.at(key),
      `${variable} is not set`,
      `set ${variable} in the environment or in .env, or remove the line`,
    );
  }
}

/**
 * Why a deployment without its key cannot be called. The others of the file can, so the file is served and calls of
 * this one get 401; LiteLLM starts silently.
 */
export function missingKey(
  params: Section,
  adapter: ProviderAdapter,
  { apiKey }: ProviderSettings,
): string | undefined {
  if (apiKey !== undefined || !adapter.keyRequired) return undefined;
  const variable = params.unset('api_key') ?? adapter.environment.apiKey?.[0];
  const reason =
    variable === undefined ? `${adapter.title} needs a key` : `${adapter.title} needs a key and ${variable} is not set`;
  params.findings.warning(
    params.at('api_key'),
    reason,
    variable === undefined ? 'write api_key: os.environ/NAME' : `set ${variable} in the environment or in .env`,
  );
  return reason;
}
