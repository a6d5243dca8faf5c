import type { Estimate, ServedModel } from '@showrunner/contract';
import { ApiError } from '@showrunner/errors';
import { compose, type Composed, type ComposeParts } from '../drive/compose/compose.ts';
import type { GenerateRequest } from '../drive/compose/generate-request.ts';
import { estimate } from '../drive/estimate/estimate.ts';
import { notNewest } from '../drive/compose/resolve-revision.ts';
import { servedModels } from '../drive/compose/served-models.ts';
import { Tally, tallyFigures } from '../drive/ask/tally.ts';
import type { GenerationEvent } from '../drive/variant.ts';
import type { JobStore } from '../jobs/job-store.ts';
import { AnswerLog } from '../drive/journal/answer-log.ts';
import { Flights, type Running } from './flights.ts';
import { namingJob, startKeeping, type JobKeeper, type Keeping } from './keep-answer.ts';
import { isWhole, metaJson, type Produced } from './made.ts';
import { withEvent, type Partial as PartialResult } from './partial.ts';
import { perform, type PerformParts } from './perform.ts';
import { cachePlaceOf, type CachedAnswer, type CachePlace, type ResultCache } from './result-cache.ts';

/** A finished answer. */
export interface Answer {
  readonly message: string;
  /** The JSON text of `data`, in UTF-8: sent, kept and cached as the same bytes. */
  readonly data: Uint8Array;
  /** The JSON text of `meta`. */
  readonly metaJson: string;
  /** Null where nothing is kept. */
  readonly jobId: string | null;
}

/** How a request is watched while it is answered. */
export interface Watching {
  /** Aborts when the caller has gone or its deadline has passed. */
  readonly signal: AbortSignal;
  /** Told what happens; without it nothing is streamed from the model either. */
  readonly tell?: (event: GenerationEvent) => void;
}

export interface Generation {
  /** Reads a request and decides how it will be written, or throws what is wrong with it. */
  compose(request: GenerateRequest, signal: AbortSignal): Promise<Composed>;
  /** The models that can write, by the names that `model` takes. */
  models(signal: AbortSignal): Promise<readonly ServedModel[]>;
  /** What an answer would ask of a model, and what that costs; nothing is asked. */
  estimate(composed: Composed, signal: AbortSignal): Promise<Estimate>;
  /**
   * For answers that are told of before they are there: refuses what the key may not pay today and is not kept.
   *
   * @throws ApiError RATE_LIMIT_EXCEEDED
   */
  refuseSpent(composed: Composed): Promise<void>;
  /** Answers from the cache, from an identical request under way, or by writing. */
  answer(composed: Composed, watching: Watching): Promise<Answer>;
}

export interface GenerationParts extends ComposeParts, PerformParts {
  readonly cache: ResultCache;
  readonly jobs: JobStore;
}

export function createGeneration(parts: GenerationParts): Generation {
  const flights = new Flights<Produced>();

  /** What is given again to whoever asks the same. */
  async function cachedFor(place: CachePlace | undefined): Promise<CachedAnswer | undefined> {
    return place?.isRead ? parts.cache.read(place.key) : undefined;
  }

  return {
    compose: (request, signal) => compose(request, parts, signal),
    models: async (signal) => servedModels(await parts.catalogue.list(signal), parts.preset.strategy),

    estimate: (composed, signal) => estimate(composed, parts, signal),

    async refuseSpent(composed) {
      const { request, model } = composed;
      // What costs nothing is limited by no cost.
      if (model.price?.input === 0 && model.price.output === 0) return;
      try {
        await parts.accounts.refuseSpent({ keyId: request.keyId, isPriced: model.price !== null });
      } catch (refusal) {
        if (!(await cachedFor(cachePlaceOf(composed)))) throw refusal;
      }
    },

    async answer(composed, { signal, tell }) {
      const startedAt = performance.now();
      const place = cachePlaceOf(composed);
      const sharedKey = place?.isRead ? place.key : undefined;
      const cached = await cachedFor(place);
      if (cached)
        return answerFrom(composed, { ...cached, figures: tallyFigures(new Tally()) }, { isHit: true, startedAt });

      const keeping = startKeeping(composed, keeperOf(composed, parts.jobs));
      const flight = flights.board(sharedKey, ({ signal: asked, tell: told }) =>
        produce(composed, keeping, { key: place?.key, signal: asked, ...(tell ? { tell: told } : {}) }, parts),
      );
      try {
        const produced = await flight.join(signal, tell);
        return flight.isOwn
          ? answerFrom(composed, produced, { isHit: false, startedAt })
          : answerFrom(composed, { ...produced, figures: tallyFigures(new Tally()) }, { isHit: true, startedAt });
      } catch (error) {
        throw flight.isOwn ? namingJob(error, keeping.jobId) : error;
      }
    },
  };
}

async function produce(
  composed: Composed,
  keeping: Keeping,
  { key, signal, tell }: { readonly key: string | undefined } & Pick<Running, 'signal'> & Partial<Running>,
  parts: GenerationParts,
): Promise<Produced> {
  const tally = new Tally();
  const log = new AnswerLog(tally);
  const shown = watchPartial(composed, tell);
  try {
    const world = { signal, tally, journal: log, tell: shown.tell, isStreamed: tell !== undefined };
    const made = await perform(composed, { ...world, keep: parts.jobs.keep }, parts);
    const produced = await keeping.succeeded({ ...made, tally }, () => log.take());
    if (key !== undefined && isWhole(made.data)) await parts.cache.write(key, produced);
    parts.metrics.observe(composed, 'succeeded', tally, made.findings);
    return produced;
  } catch (thrown) {
    // Whoever left did not want it; a deadline that passed leaves what there is.
    const error = signal.aborted ? signal.reason : thrown;
    if (!hasLeft(error)) keeping.failed(error, { answers: log.take(), partial: shown.partial() });
    parts.metrics.observe(composed, signal.aborted ? 'aborted' : 'failed', tally, []);
    throw error;
  }
}

/** What was told so far, for an answer that is not finished; small models tell their scenes even where nobody watches. */
function watchPartial({ model }: Composed, tell: ((event: GenerationEvent) => void) | undefined) {
  let partial: PartialResult = null;
  const watch = (event: GenerationEvent) => {
    partial = withEvent(partial, event);
    tell?.(event);
  };
  return { tell: tell || model.strategy === 'staged' ? watch : undefined, partial: () => partial };
}

function hasLeft(error: unknown): boolean {
  return ApiError.isInstance(error) && error.details?.reason === 'caller_gone';
}

/** An answered request is kept behind its answer; a revision before it, so that of two that follow the same, one does. */
function keeperOf({ revision: place }: Composed, jobs: JobStore): JobKeeper {
  return (job) => {
    const { revision, outcome } = job;
    if (place === undefined || revision === null || outcome.state !== 'succeeded') return jobs.keep(job);
    return jobs.keepRevision({ ...job, revision }, (newest) => {
      if (place.follows !== null && newest !== place.follows) throw notNewest(newest);
    });
  };
}

function answerFrom(
  composed: Composed,
  produced: Produced,
  { isHit, startedAt }: { readonly isHit: boolean; readonly startedAt: number },
): Answer {
  const durationMs = Math.round(performance.now() - startedAt);
  return {
    message: `${composed.operation.title} generated.`,
    data: produced.data,
    metaJson: metaJson(composed, produced, { isHit, durationMs }),
    jobId: produced.jobId,
  };
}
