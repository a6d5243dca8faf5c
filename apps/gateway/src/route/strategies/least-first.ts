import type { Attempt } from '../../exchange/attempt.ts';
import type { Deployment } from '../../exchange/deployment/deployment.ts';
import { belowLimits, isBelowLimits } from './minute-usage.ts';
import { Ranking } from './ranking.ts';
import { LEAST_TO_DRAW, MOST_DRAWS, type Draw, type Moment, type Reading, type Strategy } from './strategy.ts';

/** What the least is sought of. */
export interface Measure {
  of(deployment: Deployment, reading: Reading): number;
  /** How much more than the least is as good. Default: nothing. */
  readonly slackOf?: (least: number) => number;
  /** Whether only those come into the choice that are below their `rpm` and `tpm`. */
  readonly keepsLimits?: true;
}

/**
 * Takes one of those that are least by a measure, by chance.
 *
 * @param groups lists of deployments that last: the least of a large one is found without a look at each
 */
export function leastFirst(measure: Measure, groups: readonly (readonly Deployment[])[]): LeastFirst {
  const rankings = new Rankings(groups);
  const { slackOf = () => 0, keepsLimits = false } = measure;
  const strategy: Strategy = {
    choose(able, moment) {
      const left = keepsLimits ? belowLimits(able, moment) : able;
      const measures = left.map((deployment) => measure.of(deployment, moment));
      const least = Math.min(...measures);
      const most = least + slackOf(least);
      const good = left.filter((_, index) => (measures[index] ?? Infinity) <= most);
      return anyOf(good, moment);
    },
    draw(deployments, draw) {
      const measureOf = (deployment: Deployment): number => {
        const isAble = draw.canTake(deployment) && (!keepsLimits || isBelowLimits(deployment, draw));
        return isAble ? measure.of(deployment, draw) : UNABLE;
      };
      const ranking = rankings.of(deployments, draw.now, measureOf);
      return ranking && drawLeast(ranking, { ...draw, measureOf, slackOf });
    },
  };
  return {
    strategy,
    hasFallen({ deployment, exchange, endedAt = performance.now() }) {
      const reading = { states: exchange.terms.states, now: endedAt };
      rankings.measure(deployment.id, (one) => measure.of(one, reading));
    },
  };
}

export interface LeastFirst {
  readonly strategy: Strategy;
  /** Tells that the measure of whom an attempt has called may be less now. */
  hasFallen(this: void, attempt: Attempt): void;
}

/** Behind all others, until the ranking is made anew. */
const UNABLE = Infinity;

/** More are not passed by because a request has called them already. */
const MOST_CALLED = 16;

interface LeastDraw extends Draw {
  measureOf(this: void, deployment: Deployment): number;
  slackOf(this: void, least: number): number;
}

/** A measure that has risen is noticed when its deployment stands first, or is drawn: each rise costs one look. */
function drawLeast(ranking: Ranking, { measureOf, slackOf, isFresh, random }: LeastDraw): Deployment | undefined {
  let first = 0;
  let least = ranking.at(first, measureOf);
  while (least && least.measure < UNABLE && !isFresh(least.deployment) && first < MOST_CALLED) {
    least = ranking.at(++first, measureOf);
  }
  if (!least || least.measure === UNABLE || !isFresh(least.deployment)) return undefined;
  const most = least.measure + slackOf(least.measure);
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const good = ranking.countUpTo(most) - first;
    const drawn = ranking.at(first + Math.floor(random() * good), measureOf);
    if (drawn && drawn.measure <= most && isFresh(drawn.deployment)) return drawn.deployment;
  }
  return undefined;
}

function anyOf(deployments: readonly Deployment[], { random }: Pick<Moment, 'random'>): Deployment | undefined {
  return deployments[Math.floor(random() * deployments.length)];
}

/** Rankings of the large groups, each made with the first choice in it. */
class Rankings {
  readonly #ofGroups: Map<readonly Deployment[], Kept>;
  /** Where a deployment stands, by its id. */
  readonly #places = new Map<string, { readonly ranking: Ranking; readonly place: number }[]>();

  constructor(groups: readonly (readonly Deployment[])[]) {
    const large = groups.filter(({ length }) => length >= LEAST_TO_DRAW);
    this.#ofGroups = new Map(large.map((group) => [group, { second: NaN, ranking: undefined }]));
  }

  /**
   * The ranking of a group; nothing for one that does not last. It is made anew with each second of the clock: minutes
   * begin, measures grow old, rests end, and others are heard of.
   */
  of(group: readonly Deployment[], now: number, measure: (one: Deployment) => number): Ranking | undefined {
    const kept = this.#ofGroups.get(group);
    if (!kept) return undefined;
    const second = Math.floor((performance.timeOrigin + now) / 1000);
    const ranking = (kept.ranking ??= this.#begin(group));
    if (kept.second !== second) {
      kept.second = second;
      ranking.measureAll(measure);
    }
    return ranking;
  }

  measure(id: string, measure: (one: Deployment) => number): void {
    for (const { ranking, place } of this.#places.get(id) ?? []) ranking.measureOne(place, measure);
  }

  #begin(group: readonly Deployment[]): Ranking {
    const ranking = new Ranking(group);
    for (const [place, { id }] of group.entries()) {
      const places = this.#places.get(id);
      if (places) places.push({ ranking, place });
      else this.#places.set(id, [{ ranking, place }]);
    }
    return ranking;
  }
}

interface Kept {
  /** That of the wall clock in which it was made. */
  second: number;
  ranking: Ranking | undefined;
}
