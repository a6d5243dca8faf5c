import { operations } from '@showrunner/recipes';
import type { Metrics } from '@showrunner/service';
import { createGenerationMetrics } from '../answers/generation-metrics.ts';
import type { PerformParts } from '../answers/perform.ts';
import type { Foundations } from './foundations.ts';
import { ModelLimits } from '../gateway/model-limits.ts';
import { ModelSpeeds } from '../gateway/model-speeds.ts';

/** What every piece of work is done with, whoever waits for it. */
export function performingOn(
  { gateway, usage }: Pick<Foundations, 'gateway' | 'usage'>,
  metrics: Metrics,
): PerformParts {
  return {
    gateway,
    limits: new ModelLimits(),
    speeds: new ModelSpeeds(),
    operations,
    metrics: createGenerationMetrics(metrics),
    accounts: usage.accounts,
  };
}
