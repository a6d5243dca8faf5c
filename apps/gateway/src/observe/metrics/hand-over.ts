import type { Caller } from '@showrunner/access';
import { callerFacts } from '../caller-facts.ts';
import { figuresIn, figuresOf, seriesText, tellsCallersApart, type PlacedMetric } from './answer-series.ts';
import { callerLabels } from './label-values.ts';
import type { SeenCaller, SeenClient, SeenDeployment } from './seen.ts';

/** What is being forgotten of one caller at one deployment. */
export interface Gone {
  readonly caller: Caller;
  readonly seen: SeenDeployment;
  readonly clients: readonly SeenClient[];
  /** All of its clients are, and it with them. */
  readonly isWhole: boolean;
}

/**
 * Adds what is forgotten to whoever is left of the same series, if anybody is: a sum that lost a part would be taken for
 * a counter that began anew, and told as if all of it had been counted at once.
 *
 * @param living those who are left
 */
export function handOver(metrics: Iterable<PlacedMetric>, gone: readonly Gone[], living: Iterable<SeenCaller>): void {
  const left = [...living];
  const byKey = Map.groupBy(gone, ({ caller }) => caller.keyId);
  for (const metric of metrics) {
    if (!tellsCallersApart(metric)) handOverOf(metric, gone, left);
    else for (const one of left) handOverOf(metric, byKey.get(one.caller.keyId) ?? [], [one]);
  }
}

function handOverOf(metric: PlacedMetric, gone: readonly Gone[], living: readonly SeenCaller[]): void {
  const { level, at, length } = metric.place;
  const isGone = level === 'deployment' || level === 'tier' ? gone.filter(({ isWhole }) => isWhole) : gone;
  if (isGone.length === 0 || living.length === 0) return;
  const heirs = new Map(
    living.flatMap((caller) => [...figuresOf(level, caller)].map((one) => [seriesText(metric, one), one] as const)),
  );
  for (const { caller, seen, clients } of isGone) {
    for (const one of figuresIn(level, callerLabels(callerFacts(caller)), seen, clients)) {
      const heir = heirs.get(seriesText(metric, one));
      if (!heir) continue;
      for (let index = at; index < at + length; index++) {
        (heir.figures[heir.from + index] as number) += one.figures[one.from + index] as number;
      }
    }
  }
}
