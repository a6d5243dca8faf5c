import type { Caller } from '@showrunner/access';
import type { RouteTable } from '@showrunner/routes';
import type { Handlers } from '@showrunner/service';
import { z } from 'zod';
import { VirtualKey } from '../../keys/virtual-key.ts';
import type { Router } from '../../route/router.ts';
import { teamOf } from '../../route/team-group.ts';
import type { Serving } from '../../serving/serving.ts';
import { groupInfo } from './group-info.ts';
import { listedModel } from './listed-model.ts';
import { queryFlag as flag, queryText as text } from '../query-members.ts';
import { askableBy } from './askable.ts';
import { findModel, listModels, modelsAsAnthropicLists, noSuchModel } from './list-models.ts';
import { deploymentInfo, pageOfDeployments } from './model-info.ts';

const atLeastOne = z.coerce.number('must be a whole number of at least 1').int().min(1);

const reads = { method: 'get', tag: 'Models', scope: 'models:read' } as const;
const data = z.object({ data: z.array(z.unknown()) });

/** What can be asked, in LiteLLM's shapes; its options that need a database of keys or teams change nothing. */
export const modelRoutes = {
  listModels: {
    ...reads,
    path: '/v1/models',
    aliases: ['/models'],
    summary: 'List model groups and visible aliases',
    description:
      'A wildcard is listed by the models that are known for it. With a header `anthropic-version`, as Anthropic lists models.',
    query: z.object({
      return_wildcard_routes: flag,
      include_model_access_groups: flag,
      only_model_access_groups: flag,
      include_metadata: flag,
      fallback_type: z
        .enum(['general', 'context_window', 'content_policy'], 'must be one of general, context_window, content_policy')
        .optional(),
      healthy_only: flag,
      team_id: text,
      scope: text,
    }),
    answer: {
      kind: 'json',
      name: 'Models',
      schema: z.looseObject({ data: z.array(z.unknown()) }),
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
    query: z.object({ litellm_model_id: text, include_team_models: flag, teamId: text, healthy_only: flag }),
    answer: { kind: 'json', name: 'ModelInfo', schema: data },
    errors: [],
  },
  pageModelInfo: {
    ...reads,
    path: '/v2/model/info',
    summary: 'Search deployments, page by page',
    query: z.object({
      model: text,
      modelId: text,
      search: text,
      access_group: text,
      blocked: flag,
      wildcard_only: flag,
      exclude_auto_routers: flag,
      sortBy: z
        .enum(
          ['model_name', 'created_at', 'updated_at', 'costs', 'status'],
          'must be one of model_name, created_at, updated_at, costs, status',
        )
        .optional(),
      sortOrder: z.enum(['asc', 'desc'], 'must be asc or desc').optional(),
      page: atLeastOne.default(1),
      size: atLeastOne.default(50),
      user_models_only: flag,
      include_team_models: flag,
      debug: flag,
      teamId: text,
    }),
    answer: {
      kind: 'json',
      name: 'ModelInfoPage',
      schema: z.object({
        data: z.array(z.unknown()),
        total_count: z.int(),
        current_page: z.int(),
        total_pages: z.int(),
        size: z.int(),
      }),
    },
    errors: [],
  },
  getModelGroupInfo: {
    ...reads,
    path: '/model_group/info',
    summary: 'What the deployments of each name can do together',
    query: z.object({ model_group: text }),
    answer: { kind: 'json', name: 'ModelGroupInfo', schema: data },
    errors: [],
  },
} as const satisfies RouteTable;

/** A team's model as its keys ask for it. */
function publicName(router: Router, name: string): string {
  const group = router.hasTeamModels ? router.groups.get(name) : undefined;
  return (group && teamOf(group)?.publicName) ?? name;
}

export function modelHandlers(serving: () => Serving): Handlers<typeof modelRoutes, Caller> {
  return {
    listModels({ query, request, caller }) {
      const mayAsk = askableBy(caller, serving());
      const { router } = serving();
      const models = listModels(serving(), query)
        .filter(({ id }) => mayAsk(id))
        .map((model) => ({ ...model, id: publicName(router, model.id) }));
      return request.headers['anthropic-version'] === undefined
        ? { data: models, object: 'list' }
        : modelsAsAnthropicLists(models);
    },
    getModel({ path, caller }) {
      const { router } = serving();
      const id = caller instanceof VirtualKey ? router.nameForTeam(path.id, caller.teamId) : path.id;
      if (!askableBy(caller, serving())(id)) throw noSuchModel(path.id);
      return { ...findModel(serving(), id), id: path.id };
    },
    getModelInfo({ query, caller }) {
      const mayAsk = askableBy(caller, serving());
      return { data: deploymentInfo(serving(), query).filter(({ model_name: name }) => mayAsk(name)) };
    },
    pageModelInfo: ({ query, caller }) => pageOfDeployments(serving(), query, askableBy(caller, serving())),
    getModelGroupInfo({ query, caller }) {
      return { data: groupInfo(serving(), query.model_group, askableBy(caller, serving())) };
    },
  };
}
