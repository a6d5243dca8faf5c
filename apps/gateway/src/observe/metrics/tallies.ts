import type { Caller } from '@showrunner/access';
import type { Metrics } from '@showrunner/service';
import type { MetricsSettings } from '../../config/sections/metrics-settings.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment.ts';
import type { FallbackEnd, Observer } from '../../exchange/observers.ts';
import type { FinishedRecord, Question } from '../../exchange/record.ts';
import { describeFailure, exceptionClass } from '../../failure/describe-failure.ts';
import { callerFacts } from '../caller-facts.ts';
import type { AnsweredRequest } from './families.ts';
import { callerLabels, deploymentLabels, NO_CALLER, NO_DEPLOYMENT, NOTHING, type LabelValues } from './label-values.ts';
import { MetricTable, type AnswerSeries } from './metric-table.ts';
import { saidLabels, SeenDeployment, type ClientSeries, type SeenCaller } from './seen.ts';

/** A request that was refused before it was one: its caller is not known, or it could not be read. */
export interface RefusedRequest extends Pick<Question, 'route' | 'clientIp' | 'userAgent'> {
  readonly failure: unknown;
  /** Nothing where it is not known. */
  readonly caller: Caller | undefined;
}

/** What is counted where a call has no series of its own any more. */
interface Overflow {
  readonly answers: AnswerSeries;
  readonly successes: { value: number } | undefined;
  readonly calls: { value: number } | undefined;
}

/**
 * Counts requests as LiteLLM does. The series of a caller at a deployment are looked up once, so that each count is an
 * addition to a plain number; callers beyond the configuration's bound share one.
 */
export class Tallies implements Observer {
  readonly #metrics: Metrics;
  #settings: MetricsSettings | undefined;
  #table: MetricTable | undefined;
  #callers = new Map<string, SeenCaller>();
  #size = 0;
  #overflow: Overflow | undefined;
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
    this.#table = new MetricTable(this.#metrics, settings);
    this.#callers = new Map();
    this.#size = 0;
    this.#overflow = undefined;
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
    if (failure !== undefined) {
      this.#countFailure(record, deployment, failure);
      return;
    }
    const seen = this.#seenBy(record.caller, deployment, record.model);
    const series = this.#seriesAt(seen, record, undefined);
    if (series.successes) series.successes.value++;
    if (series.calls) series.calls.value++;
    if (seen && vendorHeaders) noteRemaining(seen, vendorHeaders);
  }

  exchangeEnded(record: FinishedRecord): void {
    if (record.failure !== undefined) this.#countRefused(record, record.failure, record);
    if (!isAnswered(record)) return;
    const seen = this.#seenBy(record.caller, record.deployment, record.model);
    const { answers } = this.#seriesAt(seen, record, record.usage.service_tier);
    for (const { read, series } of answers.counted) {
      const value = read(record);
      if (value !== undefined) series.value += value;
    }
    for (const { read, series } of answers.observed) {
      const value = read(record);
      if (value !== undefined) series.observe(value);
    }
  }

  fallbackEnded({ record, from, to, failure, hasAnswered }: FallbackEnd): void {
    this.#table?.count(
      hasAnswered ? 'litellm_deployment_successful_fallbacks' : 'litellm_deployment_failed_fallbacks',
      {
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

  /** Nothing where there are as many as there may be. */
  #seenBy(caller: Caller, deployment: Deployment, model: string): SeenDeployment | undefined {
    let seen = this.#callers.get(caller.keyId);
    if (!seen) {
      if (this.#isFull) return undefined;
      this.#callers.set(caller.keyId, (seen = { caller, deployments: new Map() }));
    }
    seen.caller = caller;
    let byName = seen.deployments.get(deployment.id);
    if (!byName) seen.deployments.set(deployment.id, (byName = new Map<string, SeenDeployment>()));
    let found = byName.get(model);
    if (!found) {
      if (this.#isFull) return undefined;
      byName.set(model, (found = new SeenDeployment(deployment, model, this.#settings?.showsEndUsers === true)));
    }
    return found;
  }

  #seriesAt(
    seen: SeenDeployment | undefined,
    record: Question,
    serviceTier: string | undefined,
  ): ClientSeries | Overflow {
    const known = seen?.find(record, serviceTier);
    if (known) {
      known.usedAt = record.startedAt;
      return known;
    }
    const table = this.#table;
    if (!table) throw new Error('nothing is counted before `configure`');
    if (!seen || this.#isFull) return this.#beyond(table);
    this.#size++;
    return seen.open(record, serviceTier, record.caller, table);
  }

  get #isFull(): boolean {
    return this.#size >= (this.#settings?.mostSeries ?? 0);
  }

  #beyond(table: MetricTable): Overflow {
    this.#folded++;
    this.#overflow ??= {
      answers: table.answers(undefined),
      successes: table.counter('litellm_deployment_success_responses', undefined),
      calls: table.counter('litellm_deployment_total_requests', undefined),
    };
    return this.#overflow;
  }

  /** A call of a vendor. */
  #countFailure(record: Question, deployment: Deployment, failure: unknown): void {
    const labels = {
      ...callerLabels(callerFacts(record.caller)),
      ...deploymentLabels(deployment),
      ...saidLabels({ ...record, customer: this.#settings?.showsEndUsers === true ? record.customer : undefined }),
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
    answered: Pick<FinishedRecord, 'deployment'> | undefined,
  ): void {
    const labels = {
      ...(record.caller ? callerLabels(callerFacts(record.caller)) : NO_CALLER),
      ...(answered?.deployment ? deploymentLabels(answered.deployment) : NO_DEPLOYMENT),
      ...saidLabels({ ...record, customer: this.#settings?.showsEndUsers === true ? record.customer : undefined }),
      ...failureLabels(failure),
      status_code: String(describeFailure(failure).status),
      requested_model: record.model,
    };
    this.#table?.count('litellm_proxy_failed_requests_metric', labels);
    this.#table?.count('litellm_proxy_total_requests_metric', labels);
  }

  #forget(before: number): void {
    const held = new Set<unknown>();
    for (const [keyId, { deployments }] of this.#callers) {
      let isUsed = false;
      for (const byName of deployments.values()) {
        for (const [name, seen] of byName) {
          for (const [key, series] of seen.clients) {
            if (series.usedAt < before) {
              seen.forget(key);
              this.#size--;
            } else hold(series, held);
          }
          if (seen.clients.size === 0) byName.delete(name);
          else isUsed = true;
        }
      }
      if (!isUsed) this.#callers.delete(keyId);
    }
    if (this.#overflow) hold(this.#overflow, held);
    this.#table?.forgetUnused(before, held);
  }
}

function hold({ answers, successes, calls }: Overflow, held: Set<unknown>): void {
  for (const { series } of [...answers.counted, ...answers.observed]) held.add(series);
  held.add(successes);
  held.add(calls);
}

function isAnswered(record: FinishedRecord): record is AnsweredRequest {
  return record.deployment !== undefined && record.usage !== undefined && record.answer !== undefined;
}

function failureLabels(failure: unknown): LabelValues {
  return { exception_status: String(describeFailure(failure).status), exception_class: exceptionClass(failure) };
}

/** OpenAI's headers, and Anthropic's for the same. */
function noteRemaining(seen: SeenDeployment, headers: NonNullable<Attempt['vendorHeaders']>): void {
  const requests = headers['x-ratelimit-remaining-requests'] ?? headers['anthropic-ratelimit-requests-remaining'];
  const tokens = headers['x-ratelimit-remaining-tokens'] ?? headers['anthropic-ratelimit-tokens-remaining'];
  if (requests !== undefined) seen.remainingRequests = numberOr(requests, seen.remainingRequests);
  if (tokens !== undefined) seen.remainingTokens = numberOr(tokens, seen.remainingTokens);
}

function numberOr(text: string | string[], before: number | undefined): number | undefined {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? before : number;
}

function isSame({ labels, ...rest }: MetricsSettings, { labels: others, ...otherRest }: MetricsSettings): boolean {
  return JSON.stringify([[...labels], rest]) === JSON.stringify([[...others], otherRest]);
}
