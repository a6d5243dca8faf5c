import { ProviderError } from '@showrunner/providers';
import type { RoutingSettings } from '../../config/sections/router-settings.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import { estimateTokens } from '../../exchange/tokens.ts';
import type { ModelRequest } from '../../exchange/model-request.ts';
import { GatewayError } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import type { ModelGroup } from '../model-group.ts';
import { byTags } from './tags.ts';

/** What a filter goes by. */
export interface Filtered {
  readonly tags: readonly string[];
  readonly request: ModelRequest;
}

/** Leaves of a group the deployments that a request may and can go to. Throws where none is left. */
export type GroupFilter = (group: ModelGroup, request: Filtered) => ModelGroup;

/** The filters that a configuration asks for; nothing where every deployment takes every request. */
export function createGroupFilter({ tagFiltering, checksBeforeCalls }: RoutingSettings): GroupFilter | undefined {
  if (!tagFiltering && !checksBeforeCalls) return undefined;
  return (group, { tags, request }) => {
    const allowed = tagFiltering ? byTags(group.deployments, tags, tagFiltering.matchesAny) : group.deployments;
    if (allowed.length === 0 && group.deployments.length > 0) throw notAllowed(group, tags);
    const able = checksBeforeCalls ? withRoom(group, allowed, request) : allowed;
    return able.length === group.deployments.length ? group : { ...group, deployments: able };
  };
}

/** Those whose context window the question fits into; a window that is not known holds everything. */
function withRoom(
  { name }: ModelGroup,
  deployments: readonly Deployment[],
  request: ModelRequest,
): readonly Deployment[] {
  const tokens = estimateTokens(textLength(request));
  const able = deployments.filter(({ info: { max_input_tokens: most } }) => typeof most !== 'number' || tokens <= most);
  const [first] = deployments;
  if (able.length > 0 || !first) return able;
  throw new ProviderError({
    kind: 'context_window',
    message: `litellm._pre_call_checks: Context Window exceeded for given call. No models have context window large enough for this call: about ${tokens} tokens, model_group=${name}`,
    provider: first.adapter.name,
    status: 400,
    isRetryable: false,
  });
}

/** Characters of all texts in a value. Pictures and sound, which stand in it as base64, are measured otherwise. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.startsWith('data:') ? 0 : value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isMapping(value)) return 0;
  return Object.entries(value).reduce((sum, [member, item]) => sum + (member === 'data' ? 0 : textLength(item)), 0);
}

function notAllowed({ name }: ModelGroup, tags: readonly string[]): GatewayError {
  return new GatewayError({
    status: 401,
    type: 'auth_error',
    param: 'tags',
    message: `Not allowed to access model due to tags configuration. Passed model=${name} and tags=${JSON.stringify(tags)}`,
  });
}
