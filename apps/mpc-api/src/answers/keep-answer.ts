import { ApiError } from '@showrunner/errors';
import type { JobStore } from '../jobs/job-store.ts';
import type { AnsweredJob } from '../jobs/job.ts';
import { newId } from '../jobs/new-id.ts';
import { objectOf } from '../json-members.ts';
import type { Composed } from '../drive/compose.ts';

/** One request on its way to becoming a kept job. */
export interface Keeping {
  /** Under which the answer will be found; null where the caller wants nothing kept. */
  readonly jobId: string | null;
  succeeded(result: { readonly data: unknown; readonly dataJson: string }, writeMeta: MetaWriter): void;
  /** Keeps catalogue errors; anything else says nothing to the caller. */
  failed(error: unknown): void;
}

/** The JSON text of the answer's `meta`, given how long the work took. */
type MetaWriter = (durationMs: number) => string;

/** Begins to keep a request as a job, from now; with `store: false` nothing is kept. */
export function startKeeping(
  { request, operation, options, revision }: Composed,
  jobs: JobStore,
  id = newId('job'),
): Keeping {
  if (options.store === false) return keepsNothing;
  const startedAt = new Date();
  // The wall clock may be set meanwhile; what passed is told by the monotonic one.
  const begun = performance.now();
  const elapsedMs = () => Math.round(performance.now() - begun);

  function keep(outcome: AnsweredJob['outcome'], durationMs: number): void {
    jobs.keep({
      id,
      workspace: request.workspace,
      recipe: operation.name,
      requestId: request.requestId,
      clientRef: options.client_ref ?? null,
      keyId: request.keyId,
      revision: revision ?? null,
      replaces: revision?.replaces ?? null,
      input: request.body,
      outcome,
      startedAt,
      finishedAt: new Date(startedAt.getTime() + durationMs),
    });
  }

  return {
    jobId: id,
    succeeded({ data, dataJson }, writeMeta) {
      const durationMs = elapsedMs();
      keep(
        { state: 'succeeded', resultJson: dataJson, metaJson: writeMeta(durationMs), resultIds: resultIds(data) },
        durationMs,
      );
    },
    failed(error) {
      if (ApiError.isInstance(error)) keep({ state: 'failed', error: error.toJSON().error }, elapsedMs());
    },
  };
}

const keepsNothing: Keeping = { jobId: null, succeeded: () => undefined, failed: () => undefined };

/** The ids that results carry themselves (`scr_…`), the variants' in their order. */
function resultIds(data: unknown): string[] {
  const whole = objectOf(data);
  const variants = whole?.variants;
  const all = Array.isArray(variants) ? variants.map((variant) => objectOf(variant)?.id) : [whole?.id];
  return all.filter((one) => typeof one === 'string');
}
