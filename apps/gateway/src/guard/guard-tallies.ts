import type { Metrics } from '@showrunner/service';
import type { GuardrailNote } from '../exchange/exchange-guard.ts';

/** LiteLLM's (`integrations/prometheus.py`, 1.108.7), without its finest steps. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];

/** Counts what guardrails did, under LiteLLM's names where it has one. */
export class GuardTallies {
  readonly #requests: ReturnType<Metrics['counter']>;
  readonly #errors: ReturnType<Metrics['counter']>;
  readonly #openings: ReturnType<Metrics['counter']>;
  readonly #latency: ReturnType<Metrics['histogram']>;

  constructor(metrics: Metrics) {
    this.#requests = metrics.counter({
      name: 'litellm_guardrail_requests_total',
      help: 'Times that a guardrail looked.',
      labelNames: ['guardrail_name', 'status', 'hook_type'],
    });
    this.#errors = metrics.counter({
      name: 'litellm_guardrail_errors_total',
      help: 'Times that a guardrail could not look, or refused.',
      labelNames: ['guardrail_name', 'error_type', 'hook_type'],
    });
    this.#openings = metrics.counter({
      name: 'showrunner_guardrail_openings_total',
      help: 'Times that something went on unguarded, because its guardrail was down and its configuration opens it then.',
      labelNames: ['guardrail_name', 'hook_type'],
    });
    this.#latency = metrics.histogram({
      name: 'litellm_guardrail_latency_seconds',
      help: 'Seconds that a guardrail took.',
      labelNames: ['guardrail_name', 'status', 'error_type', 'hook_type'],
      buckets: BUCKETS,
    });
  }

  looked({ name, event, status, durationMs }: GuardrailNote, errorType: string | undefined): void {
    const own = { guardrail_name: name, hook_type: event };
    const outcome = errorType === undefined ? 'success' : 'error';
    this.#requests.increment({ ...own, status: status === 'guardrail_intervened' ? 'intervened' : outcome });
    if (errorType !== undefined) this.#errors.increment({ ...own, error_type: errorType });
    this.#latency.series({ ...own, status: outcome, error_type: errorType ?? 'none' }).observe(durationMs / 1000);
  }

  opened(name: string, event: string): void {
    this.#openings.increment({ guardrail_name: name, hook_type: event });
  }
}
