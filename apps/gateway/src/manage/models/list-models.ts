import { modelsOf } from '@showrunner/models';
import { outOfService } from '../../call/failures.ts';
import { namePattern } from '../../config/reading/name-pattern.ts';
import { nameOfTarget } from '../../exchange/fallbacks.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { GatewayError } from '../../failure/gateway-error.ts';
import type { ModelGroup } from '../../route/model-group.ts';
import type { Serving } from '../../serving/serving.ts';
import type { ListedModel } from './listed-model.ts';

/** LiteLLM's constants: it knows no dates and no owners. */
const CREATED = 1_677_610_602;
const OWNER = 'openai';

/** What of the list is asked for. */
export interface ListOptions {
  readonly return_wildcard_routes?: boolean | undefined;
  readonly include_model_access_groups?: boolean | undefined;
  readonly only_model_access_groups?: boolean | undefined;
  readonly include_metadata?: boolean | undefined;
  readonly fallback_type?: 'general' | 'context_window' | 'content_policy' | undefined;
  readonly healthy_only?: boolean | undefined;
}

/** Groups, visible aliases and access groups; a wildcard stands for the models that are known for it. */
export function listModels(serving: Serving, options: ListOptions): ListedModel[] {
  const accessGroups = options.include_model_access_groups || options.only_model_access_groups;
  const names = new Set([
    ...(options.only_model_access_groups
      ? []
      : serving.router.names.flatMap((name) => namesBehind(serving, name, options))),
    ...(accessGroups ? accessGroupsOf(serving) : []),
  ]);
  return [...names]
    .map((name) => [name, serving.router.resolve(name)] as const)
    .filter(([, group]) => !options.healthy_only || !group || isHealthy(serving, group))
    .map(([name, group]) =>
      listed(name, group, options.include_metadata ? fallbacksOf(serving, name, options) : undefined),
    );
}

/** Throws a 404 for a name that nobody answers to, a 400 for one that is out of service. */
export function findModel({ router }: Serving, id: string): ListedModel {
  const group = router.resolve(id);
  if (group?.deployments.length === 0) throw outOfService(group, id);
  if (group) return listed(id, group);
  throw noSuchModel(id);
}

/** Also of one that the caller may not ask. */
export function noSuchModel(id: string): GatewayError {
  return new GatewayError({
    status: 404,
    type: 'not_found_error',
    param: 'model',
    message: `The model "${id.slice(0, 200)}" does not exist here; GET /v1/models lists those that do`,
  });
}

/** As Anthropic's "List Models" has it, for clients of its wire; all of them, on one page. */
export function modelsAsAnthropicLists(models: readonly ListedModel[]) {
  const created = new Date(CREATED * 1000).toISOString().replace('.000', '');
  const data = models.map(({ id, max_input_tokens: input = null, max_output_tokens: output = null }) => ({
    type: 'model',
    id,
    display_name: id,
    created_at: created,
    max_input_tokens: input,
    max_tokens: output,
  }));
  return { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null };
}

function listed(id: string, group: ModelGroup | undefined, fallbacks?: string[]): ListedModel {
  const infos = group?.deployments.map(({ info }) => info) ?? [];
  const mode = infos[0]?.mode;
  const input = largest(infos.map((info) => info.max_input_tokens));
  const output = largest(infos.map((info) => info.max_output_tokens));
  return {
    id,
    object: 'model',
    created: CREATED,
    owned_by: OWNER,
    mode: typeof mode === 'string' ? mode : 'chat',
    ...(input !== undefined && { max_input_tokens: input }),
    ...(output !== undefined && { max_output_tokens: output }),
    ...(fallbacks && { metadata: { fallbacks } }),
  };
}

/** The largest of those that are figures. */
export function largest(values: readonly unknown[]): number | undefined {
  const figures = values.filter((value) => typeof value === 'number');
  return figures.length === 0 ? undefined : Math.max(...figures);
}

function namesBehind({ router }: Serving, name: string, { return_wildcard_routes: asWritten }: ListOptions): string[] {
  if (!name.includes('*')) return [name];
  const known = (router.resolve(name)?.deployments ?? []).flatMap((deployment) => knownNames(name, deployment));
  return asWritten || known.length === 0 ? [name, ...known] : known;
}

/** What callers can write of the vendor's known models so that the wildcard takes it. */
function knownNames(wildcard: string, { adapter, model, named }: Deployment): string[] {
  // Any vendor can be named: those that are listed are called with the key that the entry has.
  if (named && model === '*') return modelsOf(adapter.name).map((each) => `${adapter.name}/${each}`);
  const matcher = namePattern(wildcard);
  return modelsOf(adapter.name)
    .flatMap((each) => [`${adapter.name}/${each}`, each])
    .filter((each) => matcher.test(each));
}

function accessGroupsOf({ config }: Serving): string[] {
  return config.deployments.flatMap(({ info }) =>
    Array.isArray(info.access_groups) ? info.access_groups.filter((name) => typeof name === 'string') : [],
  );
}

function fallbacksOf({ routing }: Serving, name: string, { fallback_type: type = 'general' }: ListOptions): string[] {
  const table = {
    general: routing.fallbacks,
    context_window: routing.contextWindowFallbacks,
    content_policy: routing.contentPolicyFallbacks,
  }[type];
  return (table?.get(name) ?? []).map(nameOfTarget);
}

/** As traffic has shown: somebody of the group can be called now. */
function isHealthy({ states }: Serving, { deployments }: ModelGroup): boolean {
  const now = performance.now();
  return deployments.some((one) => one.problem === undefined && states.of(one).cooledUntil <= now);
}
