import {
  createMethods,
  type Batches,
  writingPaths,
  type Exports,
  type Generate,
  type Jobs,
  type BrandVoices,
  type Keys,
  type Presets,
  type Methods,
  type Webhooks,
} from './methods.generated.ts';
import { allJobEvents, jobEvents, type JobEventOptions, type JobEvents } from './events/job-events.ts';
import { generationEvents } from './events/generation-events.ts';
import {
  createTransport,
  keyFor,
  streamed,
  type ApiRequest,
  type CallOptions,
  type Transport,
  type TransportOptions,
} from './transport.ts';
import type { Answer, GenerationEvent } from './types.ts';
import type {
  Estimate,
  EstimateMeta,
  Health,
  Job,
  Recipe,
  RecipeName,
  RecipeTypes,
  ServedModel,
  Usage,
  UsageFilter,
} from './contract-types.generated.ts';

/** Where the API is and how to get in. */
export type ShowrunnerOptions = TransportOptions;

/** What was generated before, and what is being generated now. */
export interface FollowedJobs extends Jobs {
  /** What is told of a job, from the first event on or behind a known one, until it has ended. */
  events(id: string, options?: JobEventOptions): JobEvents;
  /** What is told of all jobs of the workspace, first of those that wait or run, until the caller leaves. */
  allEvents(options?: JobEventOptions): JobEvents;
}

/**
 * The content API. What may succeed later is sent again, with one idempotency key for all tries of a call, so that it is
 * done and paid once. Every method takes an `AbortSignal`, which ends the waiting; what was asked for with a key goes on
 * and is kept as a job. With `maxRetries: 0` there is no key, and aborting ends the work too. What fails is an `ApiError`
 * with the server's code, details and request id.
 *
 * @example
 * const showrunner = new Showrunner({ baseUrl: 'http://127.0.0.1:3000', apiKey: process.env.MPC_API_KEY });
 * const { data, meta } = await showrunner.generate.script({ prompt: 'How espresso works', duration: 45 });
 */
export class Showrunner {
  /** One method for each kind of content. */
  readonly generate: Generate;
  /** What was generated before. */
  readonly jobs: FollowedJobs;
  /** Many requests as one. */
  readonly batches: Batches;
  /** Scripts as files. */
  readonly exports: Exports;
  /** What requests are filled in with. */
  readonly presets: Presets;
  /** Voices that scripts are written in. */
  readonly brandVoices: BrandVoices;
  /** Named keys, for administrators. */
  readonly keys: Keys;
  /** What was told to others' servers, and what it is signed with. */
  readonly webhooks: Webhooks;
  readonly #methods: Methods;
  readonly #transport: Transport;

  constructor(options: ShowrunnerOptions = {}) {
    this.#transport = createTransport(options);
    this.#methods = createMethods(this.#transport);
    this.generate = this.#methods.generate;
    const { jobs } = this.#methods;
    this.jobs = {
      ...jobs,
      events: (id, following) => jobEvents(id, this.#transport, following),
      allEvents: (following) => allJobEvents(this.#transport, following),
    };
    this.batches = this.#methods.batches;
    this.exports = this.#methods.exports;
    this.presets = this.#methods.presets;
    this.brandVoices = this.#methods.brandVoices;
    this.keys = this.#methods.keys;
    this.webhooks = this.#methods.webhooks;
  }

  /** The same work, told as it goes: `start`, `progress`, `scene`, `part`, `check`, and at last `result` with the envelope. */
  async *stream<Name extends RecipeName>(
    recipe: Name,
    input: RecipeTypes[Name]['input'],
    options: CallOptions = {},
  ): AsyncGenerator<GenerationEvent<RecipeTypes[Name]['output']>, void, undefined> {
    const { maxRetries = this.#transport.maxRetries, signal } = options;
    const body = { ...input, stream: true };
    const request: ApiRequest = { method: 'POST', path: writingPaths[recipe], body };
    const idempotencyKey = options.idempotencyKey ?? (maxRetries > 0 ? keyFor(request) : undefined);
    const keyed = { ...options, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) };
    yield* generationEvents<RecipeTypes[Name]['output']>({
      open: (after) => this.#transport.open({ ...request, ...streamed(after) }, keyed),
      silenceMs: this.#transport.silenceMs,
      maxRetries: idempotencyKey === undefined ? 0 : maxRetries,
      signal,
    });
  }

  /**
   * The same work, accepted and not waited for: gives the job at once. `jobs.events(job.id)` follows it, `jobs.get`
   * reads its result.
   */
  async submit<Name extends RecipeName>(
    recipe: Name,
    input: RecipeTypes[Name]['input'],
    options?: CallOptions,
  ): Promise<Job> {
    return this.#transport.data(
      { method: 'POST', path: writingPaths[recipe], body: { ...input, stream: false, async: true } },
      options,
    );
  }

  /** What the same work would ask and cost, if nothing had to be put right; nothing is asked of a model. */
  estimate<Name extends RecipeName>(
    recipe: Name,
    input: RecipeTypes[Name]['input'],
    options?: CallOptions,
  ): Promise<Answer<Estimate, EstimateMeta>> {
    return this.#transport.answer({ method: 'POST', path: `${writingPaths[recipe]}/estimate`, body: input }, options);
  }

  /** What can be asked for, each with the JSON Schemas of its body and its result. */
  recipes(options?: CallOptions): Promise<Recipe[]> {
    return this.#methods.recipes(options);
  }

  /** The models that write, with prices and limits where they are known. */
  models(options?: CallOptions): Promise<ServedModel[]> {
    return this.#methods.models(options);
  }

  /** What the workspace has used: tokens, cost and generations, by day unless the filter says otherwise. */
  usage(filter?: UsageFilter, options?: CallOptions): Promise<Usage> {
    return this.#methods.usage(filter, options);
  }

  /** How the server is; an unhealthy one is an answer too, not an error. */
  health(options?: CallOptions): Promise<Health> {
    return this.#methods.health(options);
  }
}
