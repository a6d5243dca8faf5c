import { ProviderError } from '@showrunner/providers';
import type { Claimed } from '@showrunner/store';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import { describeFailure } from '../failure/describe-failure.ts';
import { badRequest, GatewayError } from '../failure/gateway-error.ts';
import type { DeploymentStates } from '../exchange/deployment/deployment-state.ts';
import type { ModelGroup } from '../route/model-group.ts';

/** LiteLLM's text, which its clients match on. */
export function unknownModel(model: string): GatewayError {
  return badRequest(
    `Invalid model name passed in model=${model.slice(0, 200)}. Call \`/v1/models\` to view available models for your key.`,
  );
}

/**
 * Every entry of a name has an error in the configuration. The answer is LiteLLM's for a model that it cannot place
 * (400, `BadRequestError`), because clients act on it: none tries it again, as they do after 5xx and 429, for only the
 * operator can help, and routers among clients turn to another model.
 */
export function outOfService({ outOfService: reasons }: ModelGroup, model: string): GatewayError {
  return badRequest(
    `The model "${model.slice(0, 200)}" is out of service, because its configuration has an error. ${reasons.join('. ')}`,
    'model',
  );
}

/** Nobody of a group can take a call: none has its key, or all are cooling down or busy. */
export function noDeployment(group: ModelGroup, states: DeploymentStates, model: string): GatewayError | ProviderError {
  if (group.deployments.length === 0) return outOfService(group, model);
  if (group.deployments.every(({ isBlocked }) => isBlocked)) return blockedModel(model);
  const problems = group.deployments.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  if (problems.length === group.deployments.length) {
    return new ProviderError({
      kind: 'authentication',
      message: problems.join('; '),
      provider: 'gateway',
      status: 401,
      isRetryable: false,
    });
  }
  const now = performance.now();
  const waits = group.deployments.map((deployment) => Math.max(0, states.of(deployment).cooledUntil - now));
  const seconds = Math.max(1, Math.ceil(Math.min(...waits) / 1000));
  const allCool = waits.every((wait) => wait > 0);
  return new GatewayError({
    status: 429,
    type: allCool ? 'all_deployments_in_cooldown' : 'throttling_error',
    message: `No deployments available for selected model, Try again in ${seconds} seconds.${allCool ? ' All deployments for selected model are in cooldown.' : ''} Passed model=${group.name}`,
    headers: { 'retry-after': String(seconds) },
  });
}

/** Each deployment of a group has used up its `rpm` or `tpm`; LiteLLM's words. */
export function rateLimited(group: ModelGroup, { id, rpm, tpm }: Deployment, { states }: Claimed): GatewayError {
  const seconds = Math.max(
    1,
    Math.ceil(Math.max(...states.map((state) => (state.hasRoom ? 0 : state.resetMs))) / 1000),
  );
  return new GatewayError({
    status: 429,
    type: 'throttling_error',
    message: `Model rate limit exceeded. RPM limit=${rpm ?? 'none'}, TPM limit=${tpm ?? 'none'}. id=${id}, model_group=${group.name}`,
    headers: { 'retry-after': String(seconds) },
  });
}

/** Adds what else was tried, in LiteLLM's words. */
export function withHistory(failure: unknown, group: string, fallbacks: readonly string[], retries: number): unknown {
  // What nobody foresaw is told to nobody.
  if (!(failure instanceof GatewayError) && !ProviderError.isInstance(failure)) return failure;
  const described = describeFailure(failure);
  return new GatewayError({
    status: described.status,
    type: described.type,
    param: described.param,
    headers: described.headers,
    cause: failure,
    message: `${described.message}. Received Model Group=${group}\nAvailable Model Group Fallbacks=[${fallbacks.join(', ')}] LiteLLM Retried: ${retries} times`,
  });
}

/** LiteLLM has no deployment for it then. */
function blockedModel(model: string): GatewayError {
  return badRequest(
    `There are no deployments for model ${model.slice(0, 200)}: an administrator has blocked it`,
    'model',
  );
}
