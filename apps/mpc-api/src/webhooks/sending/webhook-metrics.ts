import type { AttemptOutcome, WebhookType } from '@showrunner/contract';
import type { Metrics } from '@showrunner/service';

export interface WebhookMetrics {
  /** Counts one try. */
  observe(type: WebhookType, outcome: AttemptOutcome): void;
}

export function createWebhookMetrics(metrics: Metrics): WebhookMetrics {
  const attempts = metrics.counter({
    name: 'mpc_webhook_attempts_total',
    help: 'Tries of webhooks, by what they tell of and how they ended.',
    labelNames: ['type', 'outcome'],
  });
  return { observe: (type, outcome) => attempts.increment({ type, outcome }) };
}
