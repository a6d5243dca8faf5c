import { COUNTED, Counters, KIND, NOWHERE } from './counters.ts';
import {
  decide,
  reservation,
  type Claim,
  type Claimed,
  type Limits,
  type PurseSettlement,
  type Settlement,
  type Usage,
  type WindowClaim,
} from '../limits.ts';
import { SlotHolders } from './slot-holders.ts';

/** How a counter stood before a claim. All are of one form, so that looking at them stays fast. */
class Standing implements Usage {
  place = NOWHERE;
  used = 0;
  resetMs = 0;
  reserved = 0;
}

/** Limits of this process alone, answered at once, in the same time however many keys there are. */
export class MemoryLimits implements Limits {
  readonly #counters = new Counters((place, now) => this.#isOver(place, now));
  readonly #holders = new SlotHolders(this.#counters);
  /** Used anew by each claim: what limits a key and all that it belongs to is some twenty counters for each request. */
  readonly #standings: Standing[] = [];

  /** How many windows, purses and sets of slots are kept, those that are over among them. */
  get size(): number {
    return this.#counters.size;
  }

  claim(claims: readonly Claim[]): Claimed {
    const now = performance.now();
    while (this.#standings.length < claims.length) this.#standings.push(new Standing());
    for (let index = 0; index < claims.length; index++) {
      const [claim, standing] = [claims[index], this.#standings[index]];
      if (claim && standing) this.#lookAt(claim, standing, now);
    }
    const claimed = decide(claims, this.#standings);
    if (claimed.isGranted) this.#countAll(claims, now);
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void {
    const now = performance.now();
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#release(settlement.key, settlement.holder);
      else if (settlement.kind === 'purse') this.#spend(settlement, now);
      else this.#correct(settlement.key, settlement.by, settlement.windowSeconds, now);
    }
  }

  clear(): void {
    this.#counters.clear();
    this.#holders.clear();
  }

  /** How much of a purse is reserved. */
  reserved(key: string): number {
    const place = this.#counters.find(key);
    return place === NOWHERE ? 0 : this.#counters.read(place, COUNTED.reserved);
  }

  /** What was used of windows that still run, as what another store would have to add. */
  windows(): Settlement[] {
    const now = performance.now();
    return this.#counters.entries().flatMap(([key, place]): Settlement[] => {
      const used = this.#counters.read(place, COUNTED.used);
      const endsAt = this.#counters.read(place, COUNTED.endsAt);
      const isUsed = this.#counters.read(place, COUNTED.kind) === KIND.window && endsAt > now && used > 0;
      return isUsed ? [{ kind: 'window', key, by: used, windowSeconds: (endsAt - now) / 1000 }] : [];
    });
  }

  /** How it stands before the claim is counted. */
  #lookAt(claim: Claim, standing: Standing, now: number): void {
    const place = this.#counters.find(claim.key);
    const isKept = place !== NOWHERE;
    standing.place = place;
    standing.used = isKept ? this.#counters.read(place, COUNTED.used) : 0;
    standing.reserved = isKept ? this.#counters.read(place, COUNTED.reserved) : 0;
    standing.resetMs = 0;
    if (claim.kind === 'window') {
      const left = isKept ? this.#counters.read(place, COUNTED.endsAt) - now : 0;
      if (left <= 0) standing.used = 0;
      standing.resetMs = left > 0 ? left : claim.windowSeconds * 1000;
    } else if (claim.kind === 'purse') {
      standing.used = Math.max(standing.used, claim.spentAtLeast);
    }
  }

  /** First what is kept already, which from then on is not over: what is added behind it sweeps. */
  #countAll(claims: readonly Claim[], now: number): void {
    let isAnyNew = false;
    for (let index = 0; index < claims.length; index++) {
      const [claim, standing] = [claims[index], this.#standings[index]];
      if (!claim || !standing) continue;
      if (standing.place === NOWHERE) isAnyNew = true;
      else this.#count(claim, standing, now);
    }
    if (!isAnyNew) return;
    for (let index = 0; index < claims.length; index++) {
      const [claim, standing] = [claims[index], this.#standings[index]];
      if (!claim || standing?.place !== NOWHERE) continue;
      standing.place = this.#placeOf(claim.key, claim.kind, now);
      this.#count(claim, standing, now);
    }
  }

  #count(claim: Claim, standing: Standing, now: number): void {
    const counters = this.#counters;
    const { place } = standing;
    if (claim.kind === 'slot') this.#holders.hold(place, claim.holder);
    else if (claim.kind === 'purse') {
      counters.write(place, COUNTED.used, standing.used);
      counters.add(place, COUNTED.reserved, reservation(claim, standing));
      counters.write(place, COUNTED.endsAt, now + claim.keepSeconds * 1000);
    } else if (counters.read(place, COUNTED.endsAt) > now) counters.add(place, COUNTED.used, claim.amount);
    else this.#begin(place, claim, now);
  }

  #correct(key: string, by: number, windowSeconds: number, now: number): void {
    const counters = this.#counters;
    const place = counters.find(key);
    if (place !== NOWHERE && counters.read(place, COUNTED.endsAt) > now) counters.add(place, COUNTED.used, by);
    else if (by > 0) this.#begin(this.#placeOf(key, 'window', now), { amount: by, windowSeconds }, now);
  }

  #begin(place: number, { amount, windowSeconds }: Pick<WindowClaim, 'amount' | 'windowSeconds'>, now: number): void {
    this.#counters.write(place, COUNTED.used, amount);
    this.#counters.write(place, COUNTED.endsAt, now + windowSeconds * 1000);
  }

  #spend({ key, reserved, spent, keepSeconds }: PurseSettlement, now: number): void {
    const counters = this.#counters;
    const place = this.#placeOf(key, 'purse', now);
    counters.write(place, COUNTED.endsAt, now + keepSeconds * 1000);
    counters.add(place, COUNTED.reserved, -reserved);
    counters.add(place, COUNTED.used, spent);
  }

  #release(key: string, holder: number): void {
    const place = this.#counters.find(key);
    // An empty set stays for a while: the next request is likely to come.
    if (place !== NOWHERE) this.#holders.release(place, holder);
  }

  #placeOf(key: string, kind: Claim['kind'], now: number): number {
    const place = this.#counters.find(key);
    return place === NOWHERE ? this.#counters.keep(key, kind, now) : place;
  }

  #isOver(place: number, now: number): boolean {
    const counters = this.#counters;
    if (counters.read(place, COUNTED.kind) === KIND.slot) return counters.read(place, COUNTED.used) === 0;
    return counters.read(place, COUNTED.endsAt) <= now && counters.read(place, COUNTED.reserved) <= 0;
  }
}
