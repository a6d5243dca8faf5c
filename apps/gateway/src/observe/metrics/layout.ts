import { observe } from '@showrunner/service';
import { metricLabels, type LabelName, type MetricName } from '../../litellm/metric-labels.ts';
import { answerFamilies, isDetailed, type AnsweredRequest, type AnswerFamily } from './families.ts';

/**
 * What tells figures apart beside the caller, the deployment and the name that was asked for: nothing, what its vendor
 * calls its service tier, what the client says of itself, or both.
 */
export type Level = 'deployment' | 'tier' | 'client' | 'clientTier';

/** Where a metric's figures lie among those of its level. */
export interface Place {
  readonly kind: AnswerFamily['kind'];
  readonly level: Level;
  readonly at: number;
  readonly length: number;
}

/** Where the figures of each level begin in the block that a request counts in. */
export type Places = Readonly<Record<Level, number>>;

/** What is added to at each attempt that went well, beside what is of whole answers. */
const attemptMetrics = ['litellm_deployment_success_responses', 'litellm_deployment_total_requests'] as const;

interface Step {
  readonly read: AnswerFamily['read'];
  readonly at: number;
}

interface Steps {
  readonly level: Level;
  readonly counters: readonly Step[];
  readonly histograms: readonly Step[];
}

const LEVELS: readonly Level[] = ['deployment', 'tier', 'client', 'clientTier'];

/**
 * How the figures of all metrics of answers lie side by side, so that those of one caller are one block of plain
 * numbers and not an object for each metric: a request adds to neighbours in memory, and finds no metric by its labels.
 */
export class Layout {
  readonly #bounds: readonly number[];
  readonly #places = new Map<MetricName, Place>();
  readonly #sizes: Record<Level, number> = { deployment: 0, tier: 0, client: 0, clientTier: 0 };
  readonly #ofAnswers: Plan;
  readonly #ofHits: Plan;
  readonly #ofDetails: Plan;
  readonly #attempts: readonly number[];

  /** @param bounds of every histogram, rising */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    for (const { name, kind } of answerFamilies) this.#put(name, kind);
    for (const name of attemptMetrics) this.#put(name, 'counter');
    this.#attempts = attemptMetrics.map((name) => this.#places.get(name)?.at ?? 0);
    this.#ofAnswers = this.#plan(({ when }) => when === 'always' || when === 'answered');
    this.#ofHits = this.#plan(({ when }) => when === 'always' || when === 'cached');
    this.#ofDetails = this.#plan(({ when }) => when === 'detailed');
  }

  get places(): ReadonlyMap<MetricName, Place> {
    return this.#places;
  }

  /** How many figures one of a level has. */
  sizeOf(level: Level): number {
    return this.#sizes[level];
  }

  countAnswer(request: AnsweredRequest, figures: Float64Array, places: Places): void {
    this.#follow(request.isCacheHit ? this.#ofHits : this.#ofAnswers, request, figures, places);
    if (isDetailed(request)) this.#follow(this.#ofDetails, request, figures, places);
  }

  /** @param from where the client's begin */
  countAttempt(figures: Float64Array, from: number): void {
    for (const at of this.#attempts) (figures[from + at] as number) += 1;
  }

  #follow(plan: Plan, request: AnsweredRequest, figures: Float64Array, places: Places): void {
    for (const { level, counters, histograms } of plan) {
      const from = places[level];
      for (const { read, at } of counters) {
        const value = read(request);
        if (value !== undefined) (figures[from + at] as number) += value;
      }
      for (const { read, at } of histograms) {
        const value = read(request);
        if (value !== undefined) observe(figures, from + at, this.#bounds, value);
      }
    }
  }

  #put(name: MetricName, kind: AnswerFamily['kind']): void {
    const level = levelOf(name);
    const length = kind === 'histogram' ? this.#bounds.length + 2 : 1;
    this.#places.set(name, { kind, level, at: this.#sizes[level], length });
    this.#sizes[level] += length;
  }

  #plan(isMeant: (family: AnswerFamily) => boolean): Plan {
    const meant = answerFamilies.filter(isMeant);
    return LEVELS.flatMap((level) => {
      const steps = (kind: AnswerFamily['kind']): readonly Step[] =>
        meant.flatMap((family) => {
          const place = this.#places.get(family.name);
          return family.kind === kind && place?.level === level ? [{ read: family.read, at: place.at }] : [];
        });
      const [counters, histograms] = [steps('counter'), steps('histogram')];
      return counters.length + histograms.length === 0 ? [] : [{ level, counters, histograms }];
    });
  }
}

type Plan = readonly Steps[];

/** Figures that lie side by side; one can be had for as long as it is wanted. */
export class Block {
  figures: Float64Array;
  #used = 0;
  readonly #free: Record<Level, number[]> = { deployment: [], tier: [], client: [], clientTier: [] };
  readonly #layout: Layout;

  /** Holds one of each level, which most have. */
  constructor(layout: Layout) {
    this.#layout = layout;
    this.figures = new Float64Array(LEVELS.reduce((sum, level) => sum + layout.sizeOf(level), 0));
  }

  /** Where the figures begin that are taken for one of a level, each 0. */
  take(level: Level): number {
    const left = this.#free[level].pop();
    if (left !== undefined) {
      this.figures.fill(0, left, left + this.#layout.sizeOf(level));
      return left;
    }
    const from = this.#used;
    this.#used += this.#layout.sizeOf(level);
    if (this.#used > this.figures.length) this.#grow();
    return from;
  }

  /** They stay readable until others are taken. */
  giveBack(level: Level, from: number): void {
    this.#free[level].push(from);
  }

  #grow(): void {
    const grown = new Float64Array(this.#used + GROWTH);
    grown.set(this.figures);
    this.figures = grown;
  }
}

/** Room for some clients more. */
const GROWTH = 16;

const SAID_BY_CLIENTS: ReadonlySet<string> = new Set<LabelName>(['route', 'client_ip', 'user_agent', 'stream']);

function levelOf(name: MetricName): Level {
  const labels: readonly LabelName[] = metricLabels[name];
  const isOfTier = labels.includes('service_tier');
  if (labels.some((label) => SAID_BY_CLIENTS.has(label))) return isOfTier ? 'clientTier' : 'client';
  return isOfTier ? 'tier' : 'deployment';
}
