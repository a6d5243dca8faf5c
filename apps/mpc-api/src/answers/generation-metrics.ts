import type { Finding } from '@showrunner/recipes';
import type { Metrics } from '@showrunner/service';
import type { Composed } from '../drive/compose/compose.ts';
import type { Tally } from '../drive/ask/tally.ts';

export type GenerationOutcome = 'succeeded' | 'failed' | 'aborted';

export interface GenerationMetrics {
  observe(composed: Composed, outcome: GenerationOutcome, tally: Tally, findings: readonly Finding[]): void;
}

/** Figures about what was generated. Labels are bounded: recipes, outcomes and checks are lists in the code. */
export function createGenerationMetrics(metrics: Metrics): GenerationMetrics {
  const generations = metrics.counter({
    name: 'mpc_generations_total',
    help: 'Pieces of work, by recipe, strategy and how they ended.',
    labelNames: ['recipe', 'strategy', 'outcome'],
  });
  const attempts = metrics.histogram({
    name: 'mpc_generation_attempts',
    help: 'Questions put to a model for one piece of work.',
    labelNames: ['recipe'],
    buckets: [1, 2, 3, 5, 8, 13, 21, 34],
  });
  const repairs = metrics.counter({
    name: 'mpc_generation_repairs_total',
    help: 'Rounds of repair after a failed check.',
    labelNames: ['recipe'],
  });
  const tokens = metrics.counter({
    name: 'mpc_tokens_total',
    help: 'Tokens used, by recipe and direction.',
    labelNames: ['recipe', 'direction'],
  });
  const cost = metrics.counter({
    name: 'mpc_cost_usd_total',
    help: 'Known cost in US dollars.',
    labelNames: ['recipe'],
  });
  const unmet = metrics.counter({
    name: 'mpc_findings_total',
    help: 'Checks that delivered answers did not pass.',
    labelNames: ['recipe', 'check'],
  });

  return {
    observe(composed, outcome, tally, findings) {
      const recipe = composed.operation.name;
      generations.increment({ recipe, strategy: composed.model.strategy, outcome });
      attempts.series({ recipe }).observe(tally.attempts);
      repairs.increment({ recipe }, tally.repairs);
      tokens.increment({ recipe, direction: 'input' }, tally.tokens.input);
      tokens.increment({ recipe, direction: 'output' }, tally.tokens.output);
      cost.increment({ recipe }, tally.costUsd ?? 0);
      for (const { ok, name } of findings) if (!ok) unmet.increment({ recipe, check: name });
    },
  };
}
