import type { Deployment } from '../exchange/deployment.ts';
import { outOfService } from '../call/failures.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import type { Serving } from '../serving/serving.ts';

/** LiteLLM's constants: it knows no dates and no owners. */
const CREATED = 1_677_610_602;
const OWNER = 'openai';

export interface ListedModel {
  readonly id: string;
  readonly object: 'model';
  readonly created: number;
  readonly owned_by: string;
}

/** `GET /models`: groups and visible aliases. */
export function listModels({ router }: Serving): { data: ListedModel[]; object: 'list' } {
  return { data: router.names.map(listed), object: 'list' };
}

/** `GET /models/{id}`. Throws a 404 for a name that nobody answers to, a 400 for one that is out of service. */
export function findModel({ router }: Serving, id: string): ListedModel {
  const group = router.resolve(id);
  if (group?.deployments.length === 0) throw outOfService(group, id);
  if (group) return listed(id);
  throw new GatewayError({
    status: 404,
    type: 'not_found_error',
    param: 'model',
    message: `The model "${id.slice(0, 200)}" does not exist here; GET /v1/models lists those that do`,
  });
}

/** `GET /model/info`: each deployment with what is known of it, without secrets; aliases are listed as well. */
export function modelInfo({ config, router }: Serving): { data: unknown[] } {
  const aliased = [...router.aliases].flatMap(([name, alias]) =>
    alias.hidden
      ? []
      : (router.groups.get(alias.model)?.deployments ?? []).map((deployment) => describe(name, deployment)),
  );
  return { data: [...config.deployments.map((deployment) => describe(deployment.group, deployment)), ...aliased] };
}

function describe(name: string, deployment: Deployment): unknown {
  const { id, model, info, publicParams, adapter, vendorModel } = deployment;
  return {
    model_name: name,
    litellm_params: { ...publicParams, model },
    model_info: { mode: 'chat', key: vendorModel, litellm_provider: adapter.name, ...info, id, db_model: false },
  };
}

function listed(id: string): ListedModel {
  return { id, object: 'model', created: CREATED, owned_by: OWNER };
}
