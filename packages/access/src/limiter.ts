import type { Claim, Claimed, Limits, LimitState, PurseClaim } from '@showrunner/store';
import { Held } from './held.ts';
import type { Limit, WindowLimit } from './limit.ts';

/** What work is expected to use. It is asked only where a limit counts it. */
export interface ExpectedUse {
  expectedTokens(): number;
  /**
   * Of how many requests it is made, where it is made of many: it is let in only where there is room for all of them with
   * all of their tokens, so that what is more than a limit ever has is refused.
   */
  readonly requests?: number | undefined;
}

/** Whether work may begin. `states` stand in the order of the limiter's limits. */
export type Limited = Held | Spent;

/** The same of work that is paid for. */
export type Afforded = Limited | PurseSpent;

export interface Spent {
  readonly kind: 'spent';
  readonly states: readonly LimitState[];
  /** The first limit that has no room, whose it is, and how it stands. */
  readonly limit: Limit;
  readonly holder: string;
  readonly state: LimitState;
}

/** The first purse in which nothing is left, by its place among those that were claimed. */
export interface PurseSpent {
  readonly kind: 'purse_spent';
  readonly states: readonly LimitState[];
  readonly place: number;
  readonly state: LimitState;
}

/** Whose limits they are: of a key, a team, a user. */
export interface LimitHolder {
  /** Its kind and its id, `key:9f3a`; what is counted goes on for as long as that stays the same. */
  readonly holder: string;
  readonly limits: readonly Limit[];
  /** What is counted of them, where it was made once for all limiters: `limitHolder` does. */
  readonly counted?: readonly Counted[];
}

/** A holder whom many limiters have in common, as the keys of a team have the team. */
export function limitHolder(holder: string, limits: readonly Limit[]): LimitHolder {
  return { holder, limits, counted: countedOf({ holder, limits }) };
}

interface Counted {
  readonly limit: Limit;
  readonly holder: string;
  /** What is counted under. Made once: a name that is put together is hashed anew each time it is looked up. */
  readonly key: string;
  /** Where each request claims the same. */
  readonly claim: Claim | undefined;
}

const NO_PURSES: readonly PurseClaim[] = [];

/** Tells the slots of this process apart. */
let slots = 0;

/**
 * The limits that hold for somebody's work (a key's, its team's, its user's): all of them are claimed together or none,
 * exactly among the replicas that share the store. Tokens are claimed as an estimate, and corrected when the true use is
 * known.
 */
export class Limiter {
  readonly limits: readonly Limit[];
  /** How much of each was left when they were last claimed, in the order of the limits; empty before. */
  readonly remaining: number[] = [];
  readonly #store: Limits;
  readonly #counted: readonly Counted[];

  constructor(store: Limits, holders: readonly LimitHolder[]) {
    this.#store = store;
    this.#counted = holders.flatMap((holder) => holder.counted ?? countedOf(holder));
    this.limits = this.#counted.map(({ limit }) => limit);
  }

  /** Whose they are, in the order of the limits. */
  get holders(): readonly string[] {
    return this.#counted.map(({ holder }) => holder);
  }

  claim(use: ExpectedUse): Limited | Promise<Limited> {
    // Without purses none of them can be spent.
    return this.claimWith(use, NO_PURSES) as Limited | Promise<Limited>;
  }

  /** @param purses out of which the work is paid: claimed with the limits, and settled with them */
  claimWith(use: ExpectedUse, purses: readonly PurseClaim[]): Afforded | Promise<Afforded> {
    const claims: Claim[] = [];
    const holder = slots++;
    let tokens: number | undefined;
    for (const { claim, limit, key } of this.#counted) {
      if (limit.unit === 'parallel') claims.push({ kind: 'slot', key, limit: limit.most, holder });
      else if (use.requests !== undefined) claims.push(windowClaim(limit, key, amountOf(limit, use)));
      else if (claim) claims.push(claim);
      // What expects more than there ever is finds room in an empty window.
      else claims.push(windowClaim(limit, key, Math.min((tokens ??= use.expectedTokens()), limit.most)));
    }
    for (const purse of purses) claims.push(purse);
    const claimed = this.#store.claim(claims);
    return claimed instanceof Promise
      ? claimed.then((answer) => this.#limited(claims, answer))
      : this.#limited(claims, claimed);
  }

  #limited(claims: readonly Claim[], { isGranted, states }: Claimed): Afforded {
    for (let index = 0; index < this.#counted.length; index++) this.remaining[index] = states[index]?.remaining ?? 0;
    if (isGranted) return new Held(this.#store, this.limits, claims, states);
    const index = states.findIndex(({ hasRoom }) => !hasRoom);
    const [counted, state] = [this.#counted[index], states[index]];
    if (state && index >= this.#counted.length) {
      return { kind: 'purse_spent', states, place: index - this.#counted.length, state };
    }
    if (!counted || !state) throw new Error('The store refused a claim for which every limit has room.');
    return { kind: 'spent', states, limit: counted.limit, holder: counted.holder, state };
  }
}

function countedOf({ holder, limits }: LimitHolder): readonly Counted[] {
  return limits.map((limit) => {
    const key = `limit:${holder}:${limit.unit}`;
    return { limit, holder, key, claim: isOneEach(limit) ? windowClaim(limit, key, 1) : undefined };
  });
}

/** Of tokens only where there are never any: nothing finds room there. */
function isOneEach(limit: Limit): limit is WindowLimit {
  return limit.unit === 'requests' || (limit.unit === 'tokens' && limit.most === 0);
}

/** What many requests claim together. */
function amountOf({ unit }: WindowLimit, use: ExpectedUse): number {
  return unit === 'requests' ? (use.requests ?? 1) : use.expectedTokens();
}

function windowClaim({ most, windowSeconds }: WindowLimit, key: string, amount: number): Claim {
  return { kind: 'window', key, limit: most, amount, windowSeconds };
}
