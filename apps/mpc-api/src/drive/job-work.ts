import type { Operation } from '@showrunner/recipes';
import type { ChosenModel } from './compose/choose-model.ts';
import type { Composed } from './compose/compose.ts';
import type { CacheUse } from './compose/generate-request.ts';
import { readRequest } from './compose/read-request.ts';
import type { ClaimedJob, NewJob } from '../jobs/job.ts';

/**
 * What a job keeps of a composed request beside what its row says, so that any worker carries out the very same work:
 * with the results that it named, though they be removed meanwhile, and by the model that was chosen for it.
 */
interface StoredWork {
  readonly resolved: Readonly<Record<string, unknown>>;
  readonly model: ChosenModel;
  readonly modelNames: readonly string[];
  readonly asksModel: boolean;
  readonly ignored: readonly string[];
  readonly cacheUse: CacheUse;
  readonly follows: string | null;
  readonly replaces: string | null;
  readonly deadlineMs: number;
}

export function workOf({ request, revision, jobDeadlineMs, ...composed }: Composed): string {
  const { resolved, model, modelNames, asksModel, ignored } = composed;
  const work: StoredWork = {
    resolved,
    model,
    modelNames,
    asksModel,
    ignored,
    cacheUse: request.cacheUse,
    follows: revision?.follows ?? null,
    replaces: revision?.replaces ?? null,
    deadlineMs: jobDeadlineMs,
  };
  return JSON.stringify(work);
}

/** The request that a job was accepted for, as it was composed then. */
export function composedOf(job: ClaimedJob, operations: readonly Operation[]): Composed {
  const { resolved, follows, replaces, cacheUse, deadlineMs, ...work } = JSON.parse(job.work) as StoredWork;
  const operation = operations.find(({ name }) => name === job.recipe);
  if (operation === undefined) throw new Error(`There is no recipe "${job.recipe}" any more.`);
  const { input, options } = readRequest(operation, resolved);
  return {
    ...work,
    // An unlimited output is no member of the JSON.
    model: { ...work.model, maxOutputTokens: work.model.maxOutputTokens },
    resolved,
    operation,
    input,
    options,
    deadlineMs,
    jobDeadlineMs: deadlineMs,
    request: {
      operation,
      body: job.input as Composed['request']['body'],
      workspace: job.workspace,
      keyId: job.keyId ?? '',
      requestId: job.requestId,
      cacheUse,
    },
    ...(job.revision && { revision: { ...job.revision, follows, replaces } }),
  };
}

/** The data of a run's first event. */
export function startOfWork({ id, recipe, requestId, work }: Pick<ClaimedJob, 'id' | 'recipe' | 'requestId' | 'work'>) {
  const { model, asksModel } = JSON.parse(work) as StoredWork;
  return JSON.stringify({ job_id: id, ...startData(recipe, requestId, { model, asksModel }) });
}

/** What is said first of any work. */
export function startData(
  recipe: string,
  requestId: string,
  { model, asksModel }: Pick<StoredWork, 'model' | 'asksModel'>,
) {
  return {
    request_id: requestId,
    recipe,
    model_requested: asksModel ? model.name : null,
    strategy: model.strategy,
  };
}

/** A composed request as work for a worker. */
export function newJobOf(composed: Composed, about: Pick<NewJob, 'id' | 'priority' | 'webhookUrl' | 'batch'>): NewJob {
  return {
    ...about,
    ...rowOf(composed),
    work: workOf(composed),
    writer: composed.model.writer ?? null,
    deadlineMs: composed.jobDeadlineMs,
  };
}

/** What a job says of the request that it was made for, whether it waits for a worker or was answered at once. */
export function rowOf({ request, operation, options, revision }: Composed) {
  return {
    workspace: request.workspace,
    recipe: operation.name,
    requestId: request.requestId,
    clientRef: options.client_ref ?? null,
    keyId: request.keyId,
    revision: revision ?? null,
    replaces: revision?.replaces ?? null,
    input: request.body,
  };
}
