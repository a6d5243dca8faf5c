import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import type { Deployment } from '../exchange/deployment.ts';
import { outOfService } from '../call/failures.ts';
import { GatewayError } from '../failure/gateway-error.ts';
import type { ModelGroup } from '../route/model-group.ts';
import type { Serving } from '../serving/serving.ts';

/** LiteLLM's constants: it knows no dates and no owners. */
const CREATED = 1_677_610_602;
const OWNER = 'openai';

const listedModel = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.int(),
  owned_by: z.string(),
  /** What it is for, in LiteLLM's words: `chat`, `embedding`. */
  mode: z.string(),
});

const reads = { method: 'get', tag: 'Models', scope: 'models:read' } as const;

/** What can be asked, in LiteLLM's shapes. */
export const modelRoutes = {
  listModels: {
    ...reads,
    path: '/v1/models',
    aliases: ['/models'],
    summary: 'List model groups and visible aliases',
    answer: {
      kind: 'json',
      name: 'Models',
      schema: z.object({ data: z.array(listedModel), object: z.literal('list') }),
    },
    errors: [],
  },
  getModel: {
    ...reads,
    path: '/v1/models/{+id}',
    aliases: ['/models/{+id}'],
    summary: 'Read one of them',
    answer: { kind: 'json', name: 'Model', schema: listedModel },
    errors: ['NOT_FOUND'],
  },
  getModelInfo: {
    ...reads,
    path: '/model/info',
    aliases: ['/v1/model/info'],
    summary: 'List deployments with what is known of them',
    answer: { kind: 'json', name: 'ModelInfo', schema: z.object({ data: z.array(z.unknown()) }) },
    errors: [],
  },
} as const satisfies RouteTable;

export function modelHandlers(serving: () => Serving): Handlers<typeof modelRoutes, Caller> {
  return {
    listModels: () => ({ data: listModels(serving()), object: 'list' }),
    getModel: ({ path }) => findModel(serving(), path.id),
    getModelInfo: () => modelInfo(serving()),
  };
}

/** Throws a 404 for a name that nobody answers to, a 400 for one that is out of service. */
function findModel({ router }: Serving, id: string): z.output<typeof listedModel> {
  const group = router.resolve(id);
  if (group?.deployments.length === 0) throw outOfService(group, id);
  if (group) return listed(id, group);
  throw new GatewayError({
    status: 404,
    type: 'not_found_error',
    param: 'model',
    message: `The model "${id.slice(0, 200)}" does not exist here; GET /v1/models lists those that do`,
  });
}

/** Each deployment with what is known of it, without secrets; aliases are listed as well. */
function modelInfo({ config, router }: Serving): { data: unknown[] } {
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

function listModels({ router }: Serving): z.output<typeof listedModel>[] {
  return router.names.map((name) => listed(name, router.resolve(name)));
}

function listed(id: string, group: ModelGroup | undefined): z.output<typeof listedModel> {
  const mode = group?.deployments[0]?.info.mode;
  return { id, object: 'model', created: CREATED, owned_by: OWNER, mode: typeof mode === 'string' ? mode : 'chat' };
}
