import { nearestName } from '@showrunner/errors/nearest-name';
import type { Section } from './section.ts';

/** LiteLLM's names. */
const STRATEGIES = [
  'simple-shuffle',
  'least-busy',
  'usage-based-routing',
  'usage-based-routing-v2',
  'latency-based-routing',
  'cost-based-routing',
] as const;

/** How one of several deployments is chosen. */
export interface RoutingStrategy {
  readonly name: (typeof STRATEGIES)[number];
  /** By latency: how much slower than the fastest one may be, as a part of its latency. */
  readonly buffer: number;
  /** By latency: how long a measure counts. */
  readonly keepSeconds: number;
}

const HOUR_SECONDS = 3600;

/** `routing_strategy` and `routing_strategy_args` of a section. */
export function readStrategy(router: Section): RoutingStrategy {
  const args = router.section('routing_strategy_args');
  return {
    name: readName(router),
    buffer: args.number('lowest_latency_buffer') ?? 0,
    keepSeconds: args.number('ttl') ?? HOUR_SECONDS,
  };
}

function readName(router: Section): RoutingStrategy['name'] {
  const written = router.text('routing_strategy');
  const known = STRATEGIES.find((name) => name === written);
  if (written === undefined || known !== undefined) return known ?? 'simple-shuffle';
  router.findings.warning(
    router.at('routing_strategy'),
    `"${written}" is no strategy: deployments are chosen by simple-shuffle (weight, rpm, tpm)`,
    `write ${nearestName(written, STRATEGIES) ?? `one of ${STRATEGIES.join(', ')}`}`,
  );
  return 'simple-shuffle';
}
