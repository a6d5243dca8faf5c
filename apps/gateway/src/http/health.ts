import type { Deployment } from '../config/deployment.ts';
import type { Gateway } from '../gateway.ts';
import type { Serving } from '../serving.ts';

const STALE = 'the changed file is refused and the old one serves; see the log';

interface Endpoint {
  readonly model: string;
  readonly api_base?: string;
  readonly model_id: string;
  readonly error?: string;
}

/**
 * `GET /health` in LiteLLM's shape, from what traffic has shown: it calls nobody, because a health check must not cost
 * money. A deployment is unhealthy while it cools down, when its last call failed, or when it cannot be called at all.
 */
export function healthDetails({ config, states }: Serving): Record<string, unknown> {
  const healthy: Endpoint[] = [];
  const unhealthy: Endpoint[] = [];
  for (const deployment of config.deployments) {
    const state = states.of(deployment);
    const error = deployment.problem ?? (state.lastOutcome === 'failure' ? state.lastFailureMessage : undefined);
    const isCooling = state.cooledUntil > performance.now();
    (error === undefined && !isCooling ? healthy : unhealthy).push(endpoint(deployment, error));
  }
  return {
    healthy_endpoints: healthy,
    unhealthy_endpoints: unhealthy,
    healthy_count: healthy.length,
    unhealthy_count: unhealthy.length,
  };
}

/** What anybody may know: whether the gateway serves what its file says. */
export function healthStatus({ isStale }: Gateway): Record<string, unknown> {
  return { status: isStale ? 'degraded' : 'healthy', ...(isStale && { configuration: STALE }) };
}

/** The same as a check of the internal listener. */
export async function checkConfiguration({ isStale }: Gateway): Promise<void> {
  if (isStale) throw new Error(STALE);
}

/** LiteLLM's `GET /health/readiness`. */
export function readiness(gateway: Gateway): Record<string, unknown> {
  const cache = gateway.current.cache?.status;
  return { ...healthStatus(gateway), db: 'Not connected', cache: cache?.kind ?? null };
}

function endpoint({ model, id, settings }: Deployment, error: string | undefined): Endpoint {
  return {
    model,
    model_id: id,
    ...(settings.apiBase !== undefined && { api_base: new URL(settings.apiBase).origin }),
    ...(error !== undefined && { error }),
  };
}
