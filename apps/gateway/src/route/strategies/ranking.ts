import type { Deployment } from '../../exchange/deployment/deployment.ts';

/** The deployments of a group from the least to the most by a measure, so that the least is found without a look at each. */
export class Ranking {
  readonly #deployments: readonly Deployment[];
  /** By places in the group. */
  readonly #measures: Float64Array;
  /** Places in the group, that of the least first; equal ones as they stand in the group. */
  readonly #ranks: Int32Array;

  constructor(deployments: readonly Deployment[]) {
    this.#deployments = deployments;
    this.#measures = new Float64Array(deployments.length);
    this.#ranks = new Int32Array(deployments.length);
  }

  /** Measures all of them; takes a look at each. */
  measureAll(measure: (deployment: Deployment) => number): void {
    const measures = this.#measures;
    for (const [place, deployment] of this.#deployments.entries()) {
      measures[place] = measure(deployment);
      this.#ranks[place] = place;
    }
    this.#ranks.sort((one, other) => (measures[one] ?? 0) - (measures[other] ?? 0) || one - other);
  }

  /** Measures the one of this place in the group. */
  measureOne(place: number, measure: (deployment: Deployment) => number): void {
    const deployment = this.#deployments[place];
    if (deployment) this.#move(place, measure(deployment));
  }

  /** Who stands at this rank once its measure is that of now; nothing behind the last. */
  at(rank: number, measure: (deployment: Deployment) => number): Ranked | undefined {
    for (;;) {
      const place = this.#ranks[rank];
      const deployment = place === undefined ? undefined : this.#deployments[place];
      if (place === undefined || !deployment) return undefined;
      const now = measure(deployment);
      if (now === this.#measures[place] || Number.isNaN(now)) return { deployment, measure: now };
      this.#move(place, now);
    }
  }

  /** How many stand at this measure or before it. */
  countUpTo(measure: number): number {
    return this.#firstWhere(this.#ranks.length, (place) => (this.#measures[place] ?? 0) > measure);
  }

  #move(place: number, measure: number): void {
    const before = this.#measures[place] ?? 0;
    if (before === measure) return;
    const ranks = this.#ranks;
    const from = this.#firstWhere(ranks.length, (other) => !this.#isBefore(other, before, place));
    ranks.copyWithin(from, from + 1);
    this.#measures[place] = measure;
    const others = ranks.length - 1;
    const to = this.#firstWhere(others, (other) => !this.#isBefore(other, measure, place));
    ranks.copyWithin(to + 1, to, others);
    ranks[to] = place;
  }

  #isBefore(place: number, measure: number, of: number): boolean {
    const own = this.#measures[place] ?? 0;
    return own < measure || (own === measure && place < of);
  }

  /** The first rank at which something is so that stays so behind it; `end` where it never is. */
  #firstWhere(end: number, isSo: (place: number) => boolean): number {
    let [from, to] = [0, end];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isSo(this.#ranks[middle] ?? 0)) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}

/** A deployment and its measure of now. */
export interface Ranked {
  readonly deployment: Deployment;
  readonly measure: number;
}
