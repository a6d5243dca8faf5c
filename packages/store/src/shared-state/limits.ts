/**
 * Limits that replicas share: so much in a window of time, or so many at once. Work claims its part of all of them
 * together before it begins and settles when it has ended; of refused work nothing is counted.
 */
export interface Limits {
  /** Claims all parts or none. Memory answers at once, Redis by a promise, so that waiting costs only where it must. */
  claim(claims: readonly Claim[]): Claimed | Promise<Claimed>;
  /** Corrects windows by what was really used, and gives slots back. */
  settle(settlements: readonly Settlement[]): void | Promise<void>;
}

export type Claim = WindowClaim | SlotClaim;

/** A part of what may be used within a window, which begins with its first claim. */
export interface WindowClaim {
  readonly kind: 'window';
  readonly key: string;
  readonly limit: number;
  readonly amount: number;
  readonly windowSeconds: number;
}

/** One of so many that may be held at once. */
export interface SlotClaim {
  readonly kind: 'slot';
  readonly key: string;
  readonly limit: number;
  /** Unique in this process; a store that replicas share tells the processes apart. */
  readonly holder: number;
}

export interface Claimed {
  readonly isGranted: boolean;
  /** In the order of the claims. */
  readonly states: readonly LimitState[];
}

export interface LimitState {
  /** Whether this limit had room for the claim. */
  readonly hasRoom: boolean;
  /** What is left now. */
  readonly remaining: number;
  /** Until the window ends; 0 for slots, which nobody can foretell. */
  readonly resetMs: number;
}

export type Settlement =
  /** Adds to the window, or takes from it and never below 0. A window that is over gets only what is added. */
  | { readonly kind: 'window'; readonly key: string; readonly by: number; readonly windowSeconds: number }
  | { readonly kind: 'slot'; readonly key: string; readonly holder: number };

/** What a store tells of a limit before the claim is counted. */
export interface Usage {
  readonly used: number;
  readonly resetMs: number;
}

/** Decides a claim by what is used so far. */
export function decide(claims: readonly Claim[], usages: readonly Usage[]): Claimed {
  let isGranted = true;
  for (const [index, claim] of claims.entries()) {
    if (amountOf(claim) > claim.limit - (usages[index]?.used ?? 0)) isGranted = false;
  }
  const states: LimitState[] = [];
  for (const [index, claim] of claims.entries()) {
    const { used, resetMs } = usages[index] ?? { used: 0, resetMs: 0 };
    const amount = amountOf(claim);
    const room = claim.limit - used;
    states.push({ hasRoom: amount <= room, remaining: Math.max(0, isGranted ? room - amount : room), resetMs });
  }
  return { isGranted, states };
}

export function amountOf(claim: Claim): number {
  return claim.kind === 'window' ? claim.amount : 1;
}
