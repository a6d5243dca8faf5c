import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Serving } from '../../serving/serving.ts';

/** One deployment under a name that callers ask for. */
export interface DescribedDeployment {
  readonly model_name: string;
  readonly litellm_params: Readonly<Record<string, unknown>>;
  readonly model_info: Readonly<Record<string, unknown>>;
}

/** What LiteLLM tells of each model, null where nobody knows it (`types/utils.py`, `ModelInfoBase`, 1.108.7). */
const UNKNOWN = {
  max_tokens: null,
  max_input_tokens: null,
  max_output_tokens: null,
  input_cost_per_token: null,
  output_cost_per_token: null,
  cache_creation_input_token_cost: null,
  cache_read_input_token_cost: null,
  output_cost_per_reasoning_token: null,
  supports_system_messages: null,
  supports_response_schema: null,
  supports_vision: null,
  supports_function_calling: null,
  supports_tool_choice: null,
  supports_prompt_caching: null,
  supports_pdf_input: null,
  supports_reasoning: null,
};

/** What LiteLLM tells of each deployment whatever it is (`types/router.py`, 1.108.7): switches of what is not here. */
const NOT_USED = {
  params: {
    allow_client_keepalive_override: false,
    use_in_pass_through: false,
    use_litellm_proxy: false,
    use_xai_oauth: false,
    merge_reasoning_content_in_choices: false,
  },
  info: { member_auto_router: false, pricing_overrides: [] },
};

/** Each deployment without secrets, and visible aliases; one alone where its id is given. Throws a 400 for an unknown id. */
export function deploymentInfo(
  serving: Serving,
  {
    litellm_model_id: id,
    healthy_only: healthyOnly,
  }: { readonly litellm_model_id?: string | undefined; readonly healthy_only?: boolean | undefined },
): DescribedDeployment[] {
  const { config, router, states } = serving;
  if (id !== undefined) {
    const deployment = router.deployment(id);
    if (deployment) return [describe(deployment.group, deployment)];
    throw badRequest(`Model id = ${id.slice(0, 200)} not found on litellm proxy`, 'litellm_model_id');
  }
  const shown = healthyOnly
    ? config.deployments.filter((one) => states.of(one).cooledUntil <= performance.now())
    : config.deployments;
  const aliased = [...router.aliases].flatMap(([name, alias]) =>
    alias.hidden
      ? []
      : shown.filter(({ group }) => group === alias.model).map((deployment) => describe(name, deployment)),
  );
  return [...shown.map((deployment) => describe(deployment.group, deployment)), ...aliased];
}

/** What of the deployments is asked for, and in which order. */
export interface PageOptions {
  readonly model?: string | undefined;
  readonly modelId?: string | undefined;
  readonly search?: string | undefined;
  readonly access_group?: string | undefined;
  readonly blocked?: boolean | undefined;
  readonly wildcard_only?: boolean | undefined;
  readonly exclude_auto_routers?: boolean | undefined;
  readonly sortBy?: string | undefined;
  readonly sortOrder?: 'asc' | 'desc' | undefined;
  readonly page: number;
  readonly size: number;
}

/** LiteLLM's `/v2/model/info`. */
export function pageOfDeployments(serving: Serving, options: PageOptions, mayAsk: (name: string) => boolean) {
  const { page, size } = options;
  const found = sorted(
    deploymentInfo(serving, {}).filter((each) => mayAsk(each.model_name) && isWanted(each, options)),
    options,
  );
  return {
    data: found.slice((page - 1) * size, page * size),
    total_count: found.length,
    current_page: page,
    total_pages: Math.ceil(found.length / size),
    size,
  };
}

function isWanted(
  { model_name: name, litellm_params: params, model_info: info }: DescribedDeployment,
  options: PageOptions,
): boolean {
  const { model, modelId, search, access_group: accessGroup, blocked } = options;
  return (
    (model === undefined || name === model) &&
    (modelId === undefined || info.id === modelId) &&
    (search === undefined || name.toLowerCase().includes(search.trim().toLowerCase())) &&
    (accessGroup === undefined || (Array.isArray(info.access_groups) && info.access_groups.includes(accessGroup))) &&
    (blocked === undefined || (info.blocked === true) === blocked) &&
    (!options.wildcard_only || name.includes('*')) &&
    (!options.exclude_auto_routers || !String(params.model).startsWith('auto_router/'))
  );
}

/** Those of a file have no dates, and their status is one: by these they stay as they are. */
function sorted(models: DescribedDeployment[], { sortBy, sortOrder }: PageOptions): DescribedDeployment[] {
  const direction = sortOrder === 'desc' ? -1 : 1;
  if (sortBy === 'model_name') {
    return models.toSorted(
      (one, other) => direction * one.model_name.toLowerCase().localeCompare(other.model_name.toLowerCase(), 'en'),
    );
  }
  if (sortBy === 'costs') return models.toSorted((one, other) => direction * (costOf(one) - costOf(other)));
  return models;
}

function costOf({
  model_info: { input_cost_per_token: input, output_cost_per_token: output },
}: DescribedDeployment): number {
  return (Number(input) || 0) + (Number(output) || 0);
}

function describe(name: string, deployment: Deployment): DescribedDeployment {
  const { id, model, info, publicParams, adapter, vendorModel } = deployment;
  return {
    model_name: name,
    litellm_params: { ...NOT_USED.params, ...publicParams, model },
    model_info: {
      ...UNKNOWN,
      ...NOT_USED.info,
      mode: 'chat',
      key: vendorModel,
      litellm_provider: adapter.name,
      ...(adapter.transport === 'embedded' && { languages: adapter.languages?.(vendorModel) }),
      ...(info.max_output_tokens !== undefined && { max_tokens: info.max_output_tokens }),
      ...info,
      id,
      db_model: info.db_model === true,
    },
  };
}
