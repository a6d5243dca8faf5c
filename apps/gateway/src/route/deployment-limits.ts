import type { Claimed, Limits } from '@showrunner/store';
import type { Observer } from '../exchange/record/observers.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';

const WINDOW_SECONDS = 60;

/**
 * `rpm` and `tpm` of deployments as hard limits, under `optional_pre_call_checks: [enforce_model_rate_limits]`. They
 * are shared by replicas. As in LiteLLM, tokens are known only after the answer, so that the limit is passed by what
 * is under way at that moment.
 */
export class DeploymentLimits implements Observer {
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Takes one request from the deployment's minute; nothing where it has no limit. */
  claim({ id, rpm, tpm }: Deployment): Claimed | Promise<Claimed> | undefined {
    if (rpm === undefined && tpm === undefined) return undefined;
    return this.#limits.claim([
      ...(rpm === undefined ? [] : [window(id, 'requests', rpm)]),
      ...(tpm === undefined ? [] : [window(id, 'tokens', tpm)]),
    ]);
  }

  /** Counts the tokens of an answer. */
  exchangeEnded({ deployment, usage, isCacheHit }: FinishedRecord): void {
    if (deployment?.tpm === undefined || !usage || isCacheHit) return;
    const { key } = window(deployment.id, 'tokens', deployment.tpm);
    void this.#limits.settle([{ kind: 'window', key, by: usage.total_tokens - 1, windowSeconds: WINDOW_SECONDS }]);
  }
}

/** A claim of one: of tokens this stands for "there are some left". */
function window(id: string, unit: 'requests' | 'tokens', limit: number) {
  const key = `limit:deployment:${id}:${unit}`;
  return { kind: 'window', key, limit, amount: 1, windowSeconds: WINDOW_SECONDS } as const;
}
