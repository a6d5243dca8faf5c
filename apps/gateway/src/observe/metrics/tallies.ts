import type { Caller } from '@showrunner/access';
import type { Metrics } from '@showrunner/service';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import type { FallbackEnd, Observer } from '../../exchange/record/observers.ts';
import type { FinishedRecord, Question } from '../../exchange/record/record.ts';
import { describeFailure, exceptionClass, failedProvider } from '../../failure/describe-failure.ts';
import { callerFacts } from '../caller-facts.ts';
import { notedOf } from '../../exchange/asked/read-labels.ts';
import type { AnsweredRequest } from './families.ts';
import { CustomLabels, type CustomValues } from './custom-labels.ts';
import { handOver, type Gone } from './hand-over.ts';
import {
  callerLabels,
  deploymentLabels,
  NO_CALLER,
  NO_DEPLOYMENT,
  NOTHING,
  saidLabels,
  type LabelValues,
} from './label-values.ts';
import type { Places } from './layout.ts';
import { MetricTable } from './metric-table.ts';
import { noteRemaining } from './note-remaining.ts';
import { OTHER, OTHER_CLIENT, SeenCaller, SeenDeployment, type SeenClient } from './seen.ts';

/** A request that was refused before it was one: its caller is not known, or it could not be read. */
export interface RefusedRequest extends Pick<Question, 'route' | 'clientIp' | 'userAgent'> {
  readonly failure: unknown;
  /** Nothing where it is not known. */
  readonly caller: Caller | undefined;
}

/**
 * Counts requests as LiteLLM does. What one caller used of one deployment lies together and is found once, so that each
 * count is an addition to a plain number; callers beyond the configuration's bound count together.
 */
export class Tallies implements Observer {
  readonly #metrics: Metrics;
  #settings: MetricsSettings | undefined;
  #table: MetricTable | undefined;
  /** Nothing where the operator has no labels of their own. */
  #custom: CustomLabels | undefined;
  #callers = new Map<string, SeenCaller>();
  /** As many series as the metric has that has most. */
  #size = 0;
  /** In which those count who are too many; nothing where there are none. */
  #others: SeenDeployment | undefined;
  #folded = 0;
  #sweep: NodeJS.Timeout | undefined;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
    metrics.figure({
      name: 'showrunner_metric_series_folded_total',
      type: 'counter',
      help: 'Requests that count among others, because as many series exist as there may be of a metric.',
      read: () => this.#folded,
    });
  }

  /** Counts by these settings from now on; where they are others than before, from nothing. */
  configure(settings: MetricsSettings): void {
    if (this.#settings && isSame(this.#settings, settings)) return;
    this.#table?.dispose();
    clearInterval(this.#sweep);
    this.#settings = settings;
    this.#custom = settings.custom.length === 0 ? undefined : new CustomLabels(settings.custom);
    const callers = (this.#callers = new Map<string, SeenCaller>());
    this.#size = 0;
    this.#others = undefined;
    this.#table = new MetricTable(this.#metrics, settings, {
      callers: () => callers.values(),
      others: () => this.#others,
    });
    if (settings.ttlSeconds === undefined) return;
    const idleMs = settings.ttlSeconds * 1000;
    this.#sweep = setInterval(() => this.#forget(performance.now() - idleMs), settings.sweepSeconds * 1000).unref();
  }

  /** Everybody who has series of their own. */
  get seen(): Iterable<SeenCaller> {
    return this.#callers.values();
  }

  attemptEnded(attempt: Attempt): void {
    const { deployment, failure, exchange, vendorHeaders } = attempt;
    const { record } = exchange;
    const custom = this.#custom?.of(record, notedOf(exchange));
    if (failure !== undefined) {
      this.#countFailure(record, deployment, failure, custom);
      return;
    }
    const { layout } = this.#counting;
    const seen = this.#seenBy(record, deployment, custom);
    const own = this.#clientOf(seen, record);
    if (seen && own) layout.countAttempt(seen.figures, own.at);
    else {
      const others = this.#beyond(deployment);
      layout.countAttempt(others.figures, clientOfOthers(others).at);
    }
    if (seen && vendorHeaders) noteRemaining(seen, vendorHeaders);
  }

  exchangeEnded(record: FinishedRecord): void {
    const custom = this.#custom?.of(record, record.labels?.noted);
    if (record.failure !== undefined)
      this.#countRefused(record, record.failure, { deployment: record.deployment, custom });
    if (!isAnswered(record)) return;
    const seen = this.#seenBy(record, record.deployment, custom);
    const { layout } = this.#counting;
    const own = seen && this.#placesAt(seen, record);
    if (own) layout.countAnswer(record, seen.figures, own);
    else {
      const others = this.#beyond(record.deployment);
      const client = clientOfOthers(others);
      const places = others.findTier(client, undefined) ?? others.openTier(client, undefined);
      layout.countAnswer(record, others.figures, places);
    }
  }

  fallbackEnded({ record, from, to, failure, hasAnswered }: FallbackEnd): void {
    this.#table?.count(
      hasAnswered ? 'litellm_deployment_successful_fallbacks' : 'litellm_deployment_failed_fallbacks',
      {
        ...this.#custom?.of(record, undefined).labels,
        ...callerLabels(callerFacts(record.caller)),
        ...failureLabels(failure),
        requested_model: from,
        fallback_model: to,
        model_id: NOTHING,
      },
    );
  }

  /** A deployment was put to rest. */
  cooledDown(deployment: Deployment, failure: unknown): void {
    const labels = { ...deploymentLabels(deployment), ...failureLabels(failure) };
    this.#table?.count('litellm_deployment_cooled_down', labels);
  }

  /** A request was refused at the door. */
  refused({ failure, ...client }: RefusedRequest): void {
    this.#countRefused({ ...client, isStream: false, model: NOTHING, customer: undefined }, failure, undefined);
  }

  dispose(): void {
    clearInterval(this.#sweep);
  }

  get #counting(): MetricTable {
    if (!this.#table) throw new Error('nothing is counted before `configure`');
    return this.#table;
  }

  /** Nothing where there are as many as there may be. */
  #seenBy(
    { caller, model, customer }: Question,
    deployment: Deployment,
    custom: CustomValues | undefined,
  ): SeenDeployment | undefined {
    let seen = this.#callers.get(caller.keyId);
    if (!seen) {
      if (this.#isFull) return undefined;
      this.#callers.set(caller.keyId, (seen = new SeenCaller(caller)));
    }
    seen.caller = caller;
    const told = this.#settings?.showsEndUsers === true ? customer : undefined;
    const known = seen.find(deployment, model, told, custom);
    if (known) return known;
    if (this.#isFull) return undefined;
    const opened = new SeenDeployment(deployment, { model, customer: told, custom }, this.#counting.layout);
    seen.add(opened);
    return opened;
  }

  /** Nothing where it is new, and there are as many as there may be. */
  #clientOf(seen: SeenDeployment | undefined, record: Question): SeenClient | undefined {
    let client = seen?.find(record);
    if (!client) {
      if (!seen || this.#isFull) return undefined;
      this.#size++;
      client = seen.open(record);
    }
    client.usedAt = record.startedAt;
    return client;
  }

  /** Where an answer counts; nothing where that is new, and there are as many as there may be. */
  #placesAt(seen: SeenDeployment, record: AnsweredRequest): Places | undefined {
    const client = this.#clientOf(seen, record);
    if (!client) return undefined;
    const known = seen.findTier(client, tierOf(record));
    if (known) return known;
    // The first one of a client is a series that the client already has.
    if (client.tiers.length > 0) {
      if (this.#isFull) return undefined;
      this.#size++;
    }
    return seen.openTier(client, tierOf(record));
  }

  get #isFull(): boolean {
    return this.#size >= (this.#settings?.mostSeries ?? 0);
  }

  #beyond(deployment: Deployment): SeenDeployment {
    this.#folded++;
    const asked = { model: OTHER, customer: undefined, custom: undefined };
    this.#others ??= new SeenDeployment(deployment, asked, this.#counting.layout);
    return this.#others;
  }

  /** A call of a vendor. */
  #countFailure(record: Question, deployment: Deployment, failure: unknown, custom: CustomValues | undefined): void {
    const labels = {
      ...custom?.labels,
      ...callerLabels(callerFacts(record.caller)),
      ...deploymentLabels(deployment),
      ...saidLabels(record, this.#settings?.showsEndUsers === true ? record.customer : undefined),
      ...failureLabels(failure),
      requested_model: record.model,
    };
    this.#table?.count('litellm_deployment_failure_responses', labels);
    this.#table?.count('litellm_deployment_total_requests', labels);
    this.#table?.count('litellm_llm_api_failed_requests_metric', labels);
  }

  /** A whole request. */
  #countRefused(
    record: Omit<RefusedRequest, 'failure'> & Pick<Question, 'isStream' | 'model' | 'customer'>,
    failure: unknown,
    answered: (Pick<FinishedRecord, 'deployment'> & { readonly custom: CustomValues | undefined }) | undefined,
  ): void {
    const labels = {
      ...answered?.custom?.labels,
      ...(record.caller ? callerLabels(callerFacts(record.caller)) : NO_CALLER),
      ...(answered?.deployment ? deploymentLabels(answered.deployment) : nobodyAnswered(failure)),
      ...saidLabels(record, this.#settings?.showsEndUsers === true ? record.customer : undefined),
      ...failureLabels(failure),
      status_code: String(describeFailure(failure).status),
      requested_model: record.model,
    };
    this.#table?.count('litellm_proxy_failed_requests_metric', labels);
    this.#table?.count('litellm_proxy_total_requests_metric', labels);
  }

  #forget(before: number): void {
    const table = this.#counting;
    const gone: Gone[] = [];
    for (const [keyId, one] of this.#callers) {
      for (const seen of one.all()) {
        const clients = seen.clients.filter(({ usedAt }) => usedAt < before);
        const isWhole = clients.length === seen.clients.length;
        if (clients.length === 0 && !isWhole) continue;
        gone.push({ caller: one.caller, seen, clients, isWhole });
        for (const { tiers } of clients) this.#size -= Math.max(1, tiers.length);
        if (isWhole) one.forget(seen);
        else seen.forget(new Set(clients));
      }
      if (one.deployments.size === 0) this.#callers.delete(keyId);
    }
    if (gone.length > 0) handOver(table.placed.values(), gone, this.#callers.values());
    table.forgetUnused(before);
  }
}

function clientOfOthers(others: SeenDeployment): SeenClient {
  return others.find(OTHER_CLIENT) ?? others.open(OTHER_CLIENT);
}

/** Of a request without an answer the vendor is told that failed it. */
function nobodyAnswered(failure: unknown): LabelValues {
  return { ...NO_DEPLOYMENT, api_provider: failedProvider(failure) ?? '' };
}

/** Anthropic says the tier among the usage, OpenAI beside it. */
function tierOf({ usage, answer }: AnsweredRequest): string | undefined {
  return usage.service_tier ?? answer.serviceTier;
}

function isAnswered(record: FinishedRecord): record is AnsweredRequest {
  return record.deployment !== undefined && record.usage !== undefined && record.answer !== undefined;
}

function failureLabels(failure: unknown): LabelValues {
  return { exception_status: String(describeFailure(failure).status), exception_class: exceptionClass(failure) };
}

function isSame({ labels, ...rest }: MetricsSettings, { labels: others, ...otherRest }: MetricsSettings): boolean {
  return JSON.stringify([[...labels], rest]) === JSON.stringify([[...others], otherRest]);
}
