import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { DeploymentState } from '../../exchange/deployment/deployment-state.ts';
import type { MinuteLimits } from '../../exchange/terms.ts';
import { callerFacts } from '../caller-facts.ts';
import type { Figure, GaugeFamily } from './gauges.ts';
import { callerLabels, deploymentLabels } from './label-values.ts';
import type { SeenCaller, SeenDeployment } from './seen.ts';

/** What serves now. */
export interface ServedDeployments {
  readonly deployments: readonly Deployment[];
  readonly stateOf: (deployment: Deployment) => DeploymentState;
  readonly minuteLimits: MinuteLimits | undefined;
  /** What vendors with a budget may still cost, in US dollars. */
  readonly providerBudgets: Iterable<readonly [provider: string, dollars: number]>;
}

/** LiteLLM's: healthy, a partial outage, a complete one. */
const HEALTHY = 0;
const FAILING = 1;
const RESTING = 2;

/** How deployments are, and what is left of what they may take. */
export function deploymentGauges(
  served: () => ServedDeployments,
  seen: () => Iterable<SeenCaller>,
): readonly GaugeFamily[] {
  return [
    {
      name: 'litellm_deployment_state',
      help: '0 after an answer, 1 after a failure, 2 while a deployment rests.',
      merge: 'max',
      read: () => states(served()),
    },
    limits('litellm_deployment_rpm_limit', 'Requests a minute that a deployment is configured with.', served, 'rpm'),
    limits('litellm_deployment_tpm_limit', 'Tokens a minute that a deployment is configured with.', served, 'tpm'),
    remaining('litellm_remaining_requests_metric', 'requests', served, seen),
    remaining('litellm_remaining_tokens_metric', 'tokens', served, seen),
    {
      name: 'litellm_provider_remaining_budget_metric',
      help: 'US dollars that a vendor may still cost.',
      merge: 'min',
      *read() {
        for (const [provider, value] of served().providerBudgets) yield { labels: { api_provider: provider }, value };
      },
    },
  ];
}

function* states({ deployments, stateOf }: ServedDeployments): Iterable<Figure> {
  const now = performance.now();
  for (const deployment of deployments) {
    const { lastOutcome, cooledUntil } = stateOf(deployment);
    if (lastOutcome === undefined) continue;
    const value = lastOutcome === 'failure' ? FAILING : HEALTHY;
    yield { labels: deploymentLabels(deployment), value: cooledUntil > now ? RESTING : value };
  }
}

function limits(
  name: 'litellm_deployment_rpm_limit' | 'litellm_deployment_tpm_limit',
  help: string,
  served: () => ServedDeployments,
  member: 'rpm' | 'tpm',
): GaugeFamily {
  return {
    name,
    help,
    merge: 'max',
    *read() {
      for (const deployment of served().deployments) {
        const value = deployment[member];
        if (value !== undefined) yield { labels: deploymentLabels(deployment), value };
      }
    },
  };
}

/** As the vendor said it, else of what the group is configured with. */
function remaining(
  name: 'litellm_remaining_requests_metric' | 'litellm_remaining_tokens_metric',
  unit: 'requests' | 'tokens',
  served: () => ServedDeployments,
  seen: () => Iterable<SeenCaller>,
): GaugeFamily {
  const saidOf = (one: SeenDeployment) => (unit === 'requests' ? one.remainingRequests : one.remainingTokens);
  return {
    name,
    help: `What is left of the ${unit} of a deployment, as its vendor says, else of what is configured for its group.`,
    merge: 'min',
    *read() {
      const { minuteLimits } = served();
      for (const caller of seen()) {
        const labels = callerLabels(callerFacts(caller.caller));
        for (const one of caller.all()) {
          const value = saidOf(one) ?? minuteLimits?.leftOf(one.deployment.group)?.[unit]?.remaining;
          if (value !== undefined) yield { labels: { ...labels, ...deploymentLabels(one.deployment) }, value };
        }
      }
    },
  };
}
