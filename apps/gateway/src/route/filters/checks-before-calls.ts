import { estimateTokens } from '@showrunner/models';
import { ProviderError } from '@showrunner/providers';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { ModelRequest } from '../../exchange/asked/model-request.ts';
import { GatewayError } from '../../failure/gateway-error.ts';
import { isMapping } from '../../json/mapping.ts';
import { belowLimits } from '../strategies/minute-usage.ts';
import type { DeploymentFilter } from './deployment-filter.ts';

// LiteLLM's `enable_pre_call_checks` (1.108.7, `router.py`, `_pre_call_checks`).

/** Those whose context window the question fits into; a window that is not known holds everything. */
export const inContextWindow: DeploymentFilter = (deployments, { group, request }) => {
  const tokens = estimateTokens(textLength(request));
  const able = deployments.filter(({ info: { max_input_tokens: most } }) => typeof most !== 'number' || tokens <= most);
  const [first] = deployments;
  if (able.length > 0 || !first) return able.length === deployments.length ? deployments : able;
  throw new ProviderError({
    kind: 'context_window',
    message: `litellm._pre_call_checks: Context Window exceeded for given call. No models have context window large enough for this call: about ${tokens} tokens, model_group=${group}`,
    provider: first.adapter.name,
    status: 400,
    isRetryable: false,
  });
};

/** Those that take the `response_format` of the request, where some do; otherwise the call itself shows. */
export const takingFormat: DeploymentFilter = (deployments, { request }) => {
  if (!asksForSchema(request)) return deployments;
  const able = deployments.filter((deployment) => deployment.dropUnsupported || takesSchema(deployment));
  return able.length === 0 || able.length === deployments.length ? deployments : able;
};

function asksForSchema({ response_format: format }: ModelRequest): boolean {
  return isMapping(format) && format.type === 'json_schema';
}

/** What nobody describes is newer than the table. */
function takesSchema({ info }: Deployment): boolean {
  return info.mode === undefined || info.supports_response_schema === true;
}

/** Those below their `rpm` and `tpm` of this minute, as far as replicas have told. */
export const belowRate: DeploymentFilter = (deployments, { group, exchange }) => {
  const able = belowLimits(deployments, { states: exchange.terms.states, now: performance.now() });
  if (able.length > 0) return able.length === deployments.length ? deployments : able;
  throw new GatewayError({
    status: 429,
    type: 'throttling_error',
    message: `litellm._pre_call_checks: No deployment of model_group=${group} is below its rpm and tpm`,
    headers: { 'retry-after': String(secondsToNextMinute()) },
  });
};

const MINUTE_SECONDS = 60;

function secondsToNextMinute(): number {
  return MINUTE_SECONDS - (Math.floor((performance.timeOrigin + performance.now()) / 1000) % MINUTE_SECONDS);
}

/** Characters of all texts in a value. Pictures and sound, which stand in it as base64, are measured otherwise. */
function textLength(value: unknown): number {
  if (typeof value === 'string') return value.startsWith('data:') ? 0 : value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isMapping(value)) return 0;
  return Object.entries(value).reduce((sum, [member, item]) => sum + (member === 'data' ? 0 : textLength(item)), 0);
}
