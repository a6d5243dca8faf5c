import type { Estimate, GenerationMeta, ServedModel } from '@showrunner/contract';
import type { JobStore } from '../jobs/job-store.ts';
import { compose, type CacheUse, type Composed, type ComposeParts, type GenerateRequest } from '../drive/compose.ts';
import { Flights, type Running } from './flights.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { Budget } from '../drive/budget.ts';
import { checkFigures } from '../drive/check-figures.ts';
import { estimate } from '../drive/estimate.ts';
import { generate } from '../drive/generate.ts';
import { servedModels } from '../drive/served-models.ts';
import type { MadePart, PartKeeper } from '../drive/perform-part.ts';
import type { GenerationMetrics } from './generation-metrics.ts';
import { startKeeping, type Keeping } from './keep-answer.ts';
import type { ModelLimits } from '../gateway/model-limits.ts';
import { ModelSpeeds } from '../gateway/model-speeds.ts';
import { resultKey, type CachedAnswer, type ResultCache } from './result-cache.ts';
import { notNewest, revises, type RevisionPlace } from '../drive/resolve-revision.ts';
import { takeTurns } from '../drive/take-turns.ts';
import { Tally, tallyFigures } from '../drive/tally.ts';
import type { GenerationEvent } from '../drive/variant.ts';

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
  /** Answers from the cache, from an identical request under way, or by writing. */
  answer(composed: Composed, watching: Watching): Promise<Answer>;
}

export interface GenerationParts extends ComposeParts {
  readonly gateway: GatewayClient;
  readonly limits: ModelLimits;
  readonly cache: ResultCache;
  readonly jobs: JobStore;
  readonly metrics: GenerationMetrics;
}

/** What one piece of work made, whoever waits for it. */
interface Produced extends CachedAnswer {
  readonly figures: ReturnType<typeof tallyFigures>;
}

export function createGeneration(parts: GenerationParts): Generation {
  const flights = new Flights<Produced>();
  const speeds = new ModelSpeeds();

  return {
    compose: (request, signal) => compose(request, parts, signal),
    models: async (signal) => servedModels(await parts.catalogue.list(signal), parts.preset.strategy),

    estimate: (composed, signal) => estimate(composed, { operations: parts.operations, speeds }, signal),

    async answer(composed, { signal, tell }) {
      const startedAt = performance.now();
      const use = cacheUse(composed);
      const key = use === 'none' ? undefined : resultKey(composed);
      const mayShare = use === 'shared' && key !== undefined;
      const cached = mayShare ? await parts.cache.read(key) : undefined;
      if (cached) return answerFrom(composed, { ...cached, figures: tallyFigures(new Tally()) }, true, startedAt);

      const flight = flights.board(mayShare ? key : undefined, (running) =>
        produce(
          composed,
          key,
          { signal: running.signal, ...(tell ? { tell: running.tell } : {}) },
          { ...parts, speeds },
        ),
      );
      const produced = await flight.join(signal, tell);
      return flight.isOwn
        ? answerFrom(composed, produced, false, startedAt)
        : answerFrom(composed, { ...produced, figures: tallyFigures(new Tally()) }, true, startedAt);
    },
  };
}

/**
 * A caller who wants a new answer gets one, which takes the place of the old; one who wants nothing kept leaves no
 * trace. A revision is a step and no answer to be given twice.
 */
function cacheUse({ options, request, operation }: Composed): CacheUse {
  if (options.store === false || revises(operation)) return 'none';
  return options.cache === false && request.cacheUse === 'shared' ? 'renewed' : request.cacheUse;
}

async function produce(
  composed: Composed,
  key: string | undefined,
  { signal, tell }: Pick<Running, 'signal'> & Partial<Running>,
  parts: GenerationParts & { readonly speeds: ModelSpeeds },
): Promise<Produced> {
  const { options, model, request } = composed;
  const tally = new Tally();
  const keeping = startKeeping(composed, parts.jobs);
  const conversation = {
    gateway: parts.gateway,
    limits: parts.limits,
    speeds: parts.speeds,
    model,
    temperature: options.temperature,
    seed: options.seed,
    requestId: request.requestId,
    signal,
    tally,
    budget: new Budget(options.max_cost, tally),
    tell,
  };
  try {
    const { data, findings } = await generate(composed, conversation, {
      operations: parts.operations,
      keepPart: partKeeper(composed, parts.jobs),
    });
    const keep = () => keepMade(composed, { data, findings, tally }, keeping);
    const { revision } = composed;
    const produced =
      revision === undefined || revision.follows === null
        ? keep()
        : await keepInTurn(() => keepIfNewest(revision, composed, parts.jobs, keep));
    if (key !== undefined) await parts.cache.write(key, produced);
    parts.metrics.observe(composed, 'succeeded', tally, findings);
    return produced;
  } catch (error) {
    if (!signal.aborted) keeping.failed(error);
    parts.metrics.observe(composed, signal.aborted ? 'aborted' : 'failed', tally, []);
    throw error;
  }
}

/** Revisions that follow a certain one are kept one after the other, so that of two that follow the same, one does. */
const keepInTurn = takeTurns(1);

async function keepIfNewest(
  { root, follows }: RevisionPlace,
  { request }: Composed,
  jobs: JobStore,
  keep: () => Produced,
): Promise<Produced> {
  const newest = await jobs.newestOf(request.workspace, root);
  if (newest !== follows) throw notNewest(newest);
  return keep();
}

/** Parts are asked for as themselves, by whoever asked for the whole. */
function partKeeper(composed: Composed, jobs: JobStore): PartKeeper {
  if (composed.options.store === false) return () => undefined;
  return ({ operation, body }, jobId) => {
    const part: Composed = { ...composed, operation, request: { ...composed.request, operation, body }, ignored: [] };
    const keeping = startKeeping(part, jobs, jobId);
    return (made) => void keepMade(part, made, keeping);
  };
}

function keepMade(composed: Composed, { data, findings, tally }: MadePart, keeping: Keeping): Produced {
  const dataJson = JSON.stringify(data);
  const produced: Produced = {
    data: Buffer.from(dataJson),
    jobId: keeping.jobId,
    model: tally.model,
    checksJson: JSON.stringify(findings.map(checkFigures)),
    figures: tallyFigures(tally),
  };
  keeping.succeeded({ data, dataJson }, (durationMs) => metaJson(composed, produced, false, durationMs));
  return produced;
}

function answerFrom(composed: Composed, produced: Produced, isHit: boolean, startedAt: number): Answer {
  const durationMs = Math.round(performance.now() - startedAt);
  return {
    message: `${composed.operation.title} generated.`,
    data: produced.data,
    metaJson: metaJson(composed, produced, isHit, durationMs),
    jobId: produced.jobId,
  };
}

/** The checks are most of it; they are written once, when they are made, however often the answer is given. */
function metaJson(composed: Composed, produced: Produced, isHit: boolean, durationMs: number): string {
  const { operation, request, model, options, ignored } = composed;
  const meta: Omit<GenerationMeta, 'checks'> = {
    request_id: request.requestId,
    job_id: produced.jobId,
    client_ref: options.client_ref ?? null,
    model_requested: composed.asksModel ? model.name : null,
    model: produced.model,
    recipe: operation.name,
    recipe_version: operation.version,
    prompt_version: operation.promptVersion,
    ...produced.figures,
    cache_hit: isHit,
    ignored: [...ignored],
    duration_ms: durationMs,
  };
  return `${JSON.stringify(meta).slice(0, -1)},"checks":${produced.checksJson}}`;
}
