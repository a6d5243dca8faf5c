import type { Caller } from '@showrunner/access';
import type { GenerateRoute } from '@showrunner/contract';
import type { Call } from '@showrunner/service';
import type { Admission } from '../../admit/admit.ts';
import type { Generation } from '../../answers/answer.ts';
import type { Idempotency } from '../../idempotency/idempotency.ts';
import type { Worker } from '../../jobs/worker/worker.ts';
import type { AcceptParts } from './accept-job.ts';

/** What answering a request for an operation stands on. */
export interface GenerateParts extends AcceptParts {
  readonly generation: Generation;
  readonly admission: Admission;
  readonly idempotency: Idempotency;
  /** Carries out here what is a job and waited for. */
  readonly worker: Pick<Worker, 'carry'>;
  readonly isProduction: boolean;
  /** Aborts when the server can wait no longer for what is in flight. */
  readonly stopping: AbortSignal;
}

export type GenerateCall = Call<GenerateRoute, Caller>;
