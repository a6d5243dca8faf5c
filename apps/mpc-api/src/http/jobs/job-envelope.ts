import { successResponse } from '@showrunner/errors';
import { operations } from '@showrunner/recipes';
import type { Job } from '../../jobs/job.ts';

/** What the plain request would have been answered with: the same text however often and in whatever form it is given. */
export function jobEnvelope({ recipe, result, meta, finishedAt }: Job): object {
  const title = operations.find(({ name }) => name === recipe)?.title ?? 'Result';
  return { ...successResponse(result, `${title} generated.`), meta, timestamp: finishedAt };
}
