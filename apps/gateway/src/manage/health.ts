import type { Health } from '@showrunner/service';
import { errorsAmong, placedMessage } from '../config/finding.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Gateway } from '../serving/gateway.ts';
import type { Serving } from '../serving/serving.ts';

const STALE = 'the changed file is refused and the old one serves; see the log';

interface Endpoint {
  readonly model: string;
  readonly api_base?: string;
  /** Nothing where an entry of the configuration has an error. */
  readonly model_id?: string;
  readonly error?: string;
}

/** Of which models health is asked: by name of the group or of the model, or by the deployment's id; of all where neither is said. */
export interface ChosenModels {
  readonly model?: string | undefined;
  readonly model_id?: string | undefined;
}

export function isMatched(deployment: Deployment, { model, model_id: id }: ChosenModels): boolean {
  if (id !== undefined) return deployment.id === id;
  return model === undefined || deployment.group === model || deployment.model === model;
}

/**
 * `GET /health` in LiteLLM's shape, from what traffic has shown: it calls nobody by itself, because a health check must not
 * cost money. A deployment is unhealthy while it cools down, when its last call failed, or when it cannot be called at all; an
 * entry or an alias is, when its configuration has an error.
 */
export function healthDetails({ config, states }: Serving, chosen: ChosenModels): Record<string, unknown> {
  const healthy: Endpoint[] = [];
  const unhealthy: Endpoint[] = [];
  for (const deployment of config.deployments.filter((one) => isMatched(one, chosen))) {
    const state = states.of(deployment);
    const error = deployment.problem ?? (state.lastOutcome === 'failure' ? state.lastFailureMessage : undefined);
    const isCooling = state.cooledUntil > performance.now();
    (error === undefined && !isCooling ? healthy : unhealthy).push(endpoint(deployment, error));
  }
  for (const finding of config.findings) {
    const { stops } = finding;
    const isAsked = chosen.model_id === undefined && chosen.model === undefined;
    if (typeof stops === 'object' && (isAsked || stops.model === chosen.model))
      unhealthy.push({ model: stops.model, error: placedMessage(finding) });
  }
  return {
    healthy_endpoints: healthy,
    unhealthy_endpoints: unhealthy,
    healthy_count: healthy.length,
    unhealthy_count: unhealthy.length,
  };
}

/** What anybody may know: whether all is well. */
export function healthStatus(gateway: Gateway): { status: 'healthy' | 'degraded' } {
  return { status: Object.keys(problems(gateway)).length === 0 ? 'healthy' : 'degraded' };
}

/** For holders of the key: what is not well though requests are served, and which configuration serves since when. */
export function healthOfParts(gateway: Gateway): Record<string, unknown> {
  const { loadedAt, refusal } = gateway.configuration;
  return {
    problems: problems(gateway),
    configuration: {
      loaded_at: loadedAt.toISOString(),
      age_seconds: Math.round((Date.now() - loadedAt.getTime()) / 1000),
      errors: errorsAmong(gateway.current.config.findings),
      warnings: gateway.current.config.findings.filter(({ level }) => level === 'warning'),
      last_reload_error: refusal ? { at: refusal.at.toISOString(), message: refusal.message } : null,
    },
  };
}

/** The same as checks of the internal listener; requests are served whatever they say. */
export function registerChecks(health: Health, gateway: Gateway): void {
  for (const part of PARTS) {
    const check = async (): Promise<void> => {
      const problem = problems(gateway)[part];
      if (problem !== undefined) throw new Error(problem);
    };
    health.register(part, check, { required: false });
  }
}

const PARTS = ['configuration', 'shared_state', 'spend_logs', 'workers'] as const;
type Problems = Partial<Record<(typeof PARTS)[number], string>>;

function problems({ configuration, current, sharedStateProblem, workersProblem, spend }: Gateway): Problems {
  const errors = errorsAmong(current.config.findings).length;
  return {
    ...(errors > 0 && { configuration: `the configuration has ${errors} errors; what has none serves; see the log` }),
    ...(configuration.refusal && { configuration: STALE }),
    ...(sharedStateProblem !== undefined && { shared_state: sharedStateProblem }),
    ...(spend?.problem !== undefined && { spend_logs: spend.problem }),
    ...(workersProblem !== undefined && { workers: workersProblem }),
  };
}

/** LiteLLM's `GET /health/readiness`. */
export function readiness(gateway: Gateway): { status: string; db: string; cache?: string } {
  const cache = gateway.current.cache?.status;
  const isConnected = gateway.spend !== undefined && gateway.spend.problem === undefined;
  return {
    ...healthStatus(gateway),
    db: isConnected ? 'connected' : 'Not connected',
    ...(cache && { cache: cache.kind === 'redis' ? 'redis' : 'memory' }),
  };
}

function endpoint({ model, id, settings }: Deployment, error: string | undefined): Endpoint {
  return {
    model,
    model_id: id,
    ...(settings.apiBase !== undefined && { api_base: new URL(settings.apiBase).origin }),
    ...(error !== undefined && { error }),
  };
}
