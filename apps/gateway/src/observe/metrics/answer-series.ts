import { labelText } from '@showrunner/service';
import type { LabelName } from '../../litellm/metric-labels.ts';
import { callerFacts } from '../caller-facts.ts';
import { callerLabels, deploymentLabels, NOTHING, saidLabels, type LabelValues } from './label-values.ts';
import type { Level, Place } from './layout.ts';
import { OTHER, type SeenCaller, type SeenClient, type SeenDeployment } from './seen.ts';

/** Figures of one level, which begin at `from`, and what their labels are. */
interface SeenFigures {
  readonly figures: Float64Array;
  readonly from: number;
  readonly labels: () => readonly LabelValues[];
}

/** A metric whose figures lie beside others. */
export interface PlacedMetric {
  readonly labelNames: readonly LabelName[];
  readonly place: Place;
}

/** What one metric has counted, and what stands between the braces of its series. */
export type Series = readonly [text: string, figures: Float64Array];

/**
 * The series of a metric of answers that have counted something, as by Python's client. Figures that its labels do not tell
 * apart are one series, their sum.
 */
export function* seriesOf(metric: PlacedMetric, callers: Iterable<SeenCaller>): Iterable<Series> {
  if (!tellsCallersApart(metric)) yield* summed(metric, figuresOfAll(metric.place.level, callers));
  else for (const caller of callers) yield* summed(metric, figuresOf(metric.place.level, caller));
}

/** Whether two callers never have one series in common. */
export function tellsCallersApart({ labelNames }: PlacedMetric): boolean {
  return labelNames.includes('hashed_api_key');
}

/** What stands between the braces of a series. */
export function seriesText({ labelNames }: PlacedMetric, { labels }: SeenFigures): string {
  const known = labels();
  return labelText(labelNames, (name) => {
    for (const values of known) {
      const value = values[name as LabelName];
      if (value !== undefined) return value;
    }
    return undefined;
  });
}

/** The series in which those count who are too many to have one of their own. */
export function* seriesOfOthers(metric: PlacedMetric, others: SeenDeployment): Iterable<Series> {
  const named = { labelNames: [], place: metric.place };
  for (const [, figures] of summed(named, figuresIn(metric.place.level, {}, others, others.clients))) {
    yield [labelText(metric.labelNames, () => OTHER), figures];
  }
}

function* summed(metric: PlacedMetric, all: Iterable<SeenFigures>): Iterable<Series> {
  const { at, length } = metric.place;
  const byText = new Map<string, Float64Array>();
  for (const one of all) {
    const own = one.figures.subarray(one.from + at, one.from + at + length);
    if (!own.some((figure) => figure > 0)) continue;
    const text = seriesText(metric, one);
    const sum = byText.get(text);
    byText.set(text, sum ? sum.map((figure, index) => figure + (own[index] as number)) : own);
  }
  yield* byText;
}

function* figuresOfAll(level: Level, callers: Iterable<SeenCaller>): Iterable<SeenFigures> {
  for (const caller of callers) yield* figuresOf(level, caller);
}

/** All figures of one level that a caller has. */
export function* figuresOf(level: Level, one: SeenCaller): Iterable<SeenFigures> {
  const ofCaller = callerLabels(callerFacts(one.caller));
  for (const seen of one.all()) yield* figuresIn(level, ofCaller, seen, seen.clients);
}

/** All figures of one level that a caller has at one deployment, those of clients of these clients alone. */
export function* figuresIn(
  level: Level,
  ofCaller: LabelValues,
  seen: SeenDeployment,
  clients: Iterable<SeenClient>,
): Iterable<SeenFigures> {
  const { figures } = seen;
  const asked = () => [ofCaller, deploymentLabels(seen.deployment), askedLabels(seen)];
  if (level === 'deployment') yield { figures, from: seen.at, labels: asked };
  else if (level === 'tier') {
    for (const { at, name } of seen.tiers) yield { figures, from: at, labels: () => [...asked(), tierLabel(name)] };
  } else {
    for (const client of clients) {
      const said = () => [...asked(), saidLabels(client, seen.customer)];
      if (level === 'client') yield { figures, from: client.at, labels: said };
      else {
        for (const { clientTier, name } of client.tiers) {
          yield { figures, from: clientTier, labels: () => [...said(), tierLabel(name)] };
        }
      }
    }
  }
}

function tierLabel(name: string | undefined): LabelValues {
  return { service_tier: name ?? NOTHING };
}

function askedLabels({ model, customer, custom }: SeenDeployment): LabelValues {
  return {
    ...custom?.labels,
    requested_model: model,
    end_user: customer ?? NOTHING,
    status_code: '200',
    reason: 'missing_pricing_key',
  };
}
