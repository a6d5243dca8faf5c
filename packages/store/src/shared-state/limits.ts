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

export type Claim = WindowClaim | SlotClaim | PurseClaim;

/** A part of what may be used within a window, which begins with its first claim. */
export interface WindowClaim {
  readonly kind: 'window';
  readonly key: string;
  readonly limit: number;
  readonly amount: number;
  readonly windowSeconds: number;
}

/** Who holds one of so many that may be held at once. */
export interface Slot {
  readonly key: string;
  /** Unique in this process; a store that replicas share tells the processes apart. */
  readonly holder: number;
}

/** One of so many that may be held at once. */
export interface SlotClaim extends Slot {
  readonly kind: 'slot';
  readonly limit: number;
}

/**
 * A part of what may be spent at all, in whole numbers of the smallest unit. What is spent settles it; until then it is
 * reserved. One alone finds room while anything is left, and is then reserved no more than that.
 */
export interface PurseClaim {
  readonly kind: 'purse';
  readonly key: string;
  readonly limit: number;
  readonly amount: number;
  /** What is known to be spent already: a store that has forgotten, or came back old, is told. */
  readonly spentAtLeast: number;
  /** How long it is remembered since its last use. */
  readonly keepSeconds: number;
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
  /** Until the window ends; 0 for slots and purses, which nobody here can foretell. */
  readonly resetMs: number;
  /** Of a purse: what is spent, and how much of it was reserved now. */
  readonly spent?: number;
  readonly reserved?: number;
}

export type Settlement =
  /** Adds to the window, or takes from it and never below 0. A window that is over gets only what is added. */
  | { readonly kind: 'window'; readonly key: string; readonly by: number; readonly windowSeconds: number }
  | { readonly kind: 'slot'; readonly key: string; readonly holder: number }
  /** Frees what was reserved and adds what was spent. */
  | PurseSettlement;

export interface PurseSettlement {
  readonly kind: 'purse';
  readonly key: string;
  readonly reserved: number;
  readonly spent: number;
  readonly keepSeconds: number;
}

/** What a store tells of a limit before the claim is counted. */
export interface Usage {
  readonly used: number;
  readonly resetMs: number;
  /** Of a purse: by work that is under way. */
  readonly reserved?: number;
}

/** Decides a claim by what is used so far. */
export function decide(claims: readonly Claim[], usages: readonly Usage[]): Claimed {
  let isGranted = true;
  for (let index = 0; index < claims.length && isGranted; index++) {
    const claim = claims[index];
    isGranted = claim === undefined || hasRoom(claim, usages[index] ?? UNUSED);
  }
  const states: LimitState[] = [];
  for (let index = 0; index < claims.length; index++) {
    const claim = claims[index];
    if (claim) states.push(stateOf(claim, usages[index] ?? UNUSED, isGranted));
  }
  return { isGranted, states };
}

const UNUSED: Usage = { used: 0, resetMs: 0 };

function hasRoom(claim: Claim, { used, reserved = 0 }: Usage): boolean {
  if (claim.kind !== 'purse') return amountOf(claim) <= claim.limit - used;
  return used < claim.limit && (reserved === 0 || used + reserved + claim.amount <= claim.limit);
}

function stateOf(claim: Claim, usage: Usage, isGranted: boolean): LimitState {
  const { used, resetMs } = usage;
  if (claim.kind === 'purse') {
    const reserved = isGranted ? reservation(claim, usage) : 0;
    const remaining = Math.max(0, claim.limit - used - (usage.reserved ?? 0) - reserved);
    return { hasRoom: isGranted || hasRoom(claim, usage), remaining, resetMs: 0, spent: used, reserved };
  }
  const amount = amountOf(claim);
  const room = claim.limit - used;
  return { hasRoom: amount <= room, remaining: Math.max(0, isGranted ? room - amount : room), resetMs };
}

/** How much of a purse a claim that is granted reserves. */
export function reservation({ limit, amount }: PurseClaim, { used }: Pick<Usage, 'used'>): number {
  return Math.max(0, Math.min(amount, limit - used));
}

export function amountOf(claim: Exclude<Claim, PurseClaim>): number {
  return claim.kind === 'window' ? claim.amount : 1;
}
