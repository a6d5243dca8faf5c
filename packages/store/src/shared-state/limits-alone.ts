import type { Claim, Claimed, Limits, PurseClaim, PurseSettlement, Settlement, Slot, SlotClaim } from './limits.ts';
import { MemoryLimits } from './memory/memory-limits.ts';
import { Reservations } from './reservations.ts';

/** What was spent out of a purse of which the store was not told. */
export interface Untold {
  readonly spent: number;
  readonly keepSeconds: number;
}

/** What the store has to be told when it is back. */
export interface Owed {
  /** What windows have used, and slots that were given back. */
  readonly settlements: readonly Settlement[];
  /** By their keys, the purses of which it does not know all. */
  readonly purses: ReadonlyMap<string, Untold>;
  /** Slots that were claimed here and are held yet. */
  readonly slots: readonly Slot[];
}

export interface AloneOptions {
  /** How many share the store, this one among them, as was last known. */
  readonly replicas: () => number;
  /** Whether the store is away; else single claims are counted here for which it took too long. */
  readonly isAway?: () => boolean;
  /** What this process has reserved of a purse, and which slots it holds, since before it was alone. */
  readonly reserved?: (key: string) => number;
  readonly held?: (key: string) => Iterable<number>;
}

/**
 * Limits while the store that replicas share is away: this process gives out its part of them, so that all together give
 * out no more than there is, and remembers what the store has to be told when it is back.
 */
export class LimitsAlone implements Limits {
  readonly #local = new MemoryLimits();
  readonly #options: Required<AloneOptions>;
  /** What was spent out of each purse when this process began to count alone. */
  readonly #spentBefore = new Map<string, number>();
  /** Slots that were claimed here, by holder and key: the store knows nothing of them. */
  readonly #slots = new Map<string, Slot>();
  /** Sets of slots in which those count that are held since before. */
  readonly #joined = new Set<string>();
  /** What was reserved here, of which the store knows nothing either. */
  readonly #reserved = new Reservations();
  readonly #untold = new Map<string, Untold>();
  #owed: Settlement[] = [];

  constructor(options: AloneOptions) {
    this.#options = { isAway: () => true, reserved: () => 0, held: () => [], ...options };
  }

  claim(claims: readonly Claim[]): Claimed {
    const parts = Math.max(1, this.#options.replicas());
    const claimed = this.#local.claim(claims.map((claim) => this.#partOf(claim, parts)));
    this.#reserved.add(claims, claimed);
    if (claimed.isGranted) for (const claim of claims) if (claim.kind === 'slot') this.#slots.set(nameOf(claim), claim);
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot' && !this.#slots.delete(nameOf(settlement))) this.#owed.push(settlement);
      if (settlement.kind === 'purse') {
        this.#reserved.free(settlement.key, settlement.reserved);
        this.#owe(settlement);
      }
    }
    this.#local.settle(settlements);
  }

  /** Work ends while the store is there: what was claimed here of it is given back here. Returns what the store is told. */
  settleHere(settlements: readonly Settlement[]): readonly Settlement[] {
    if (this.#slots.size === 0 && this.#reserved.isEmpty) return settlements;
    return settlements.map((settlement) => {
      if (settlement.kind === 'slot' && this.#slots.delete(nameOf(settlement))) this.#local.settle([settlement]);
      if (settlement.kind !== 'purse') return settlement;
      return { ...settlement, reserved: settlement.reserved - this.#free(settlement, settlement.reserved) };
    });
  }

  /**
   * The store may have heard it or not. It is told again what it must not keep for ever, and what windows have used:
   * counted twice that ends with them. What was spent others know of the database.
   */
  settleOnceMore(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot' || (settlement.kind === 'window' && settlement.by > 0))
        this.#owed.push(settlement);
      if (settlement.kind === 'purse') this.#owe({ ...settlement, spent: 0 });
    }
  }

  /** The store may have granted it or not. */
  doubt(claims: readonly Claim[]): void {
    for (const claim of claims) if (claim.kind === 'purse') this.#owe({ ...claim, spent: 0 });
  }

  /**
   * The store has counted after all what was granted here. Returns how much of a purse that frees here.
   *
   * @param reserved here
   */
  forget(claim: Claim, reserved: number): number {
    if (claim.kind === 'purse') return this.#free(claim, reserved);
    if (claim.kind === 'slot' && this.#slots.delete(nameOf(claim))) this.#local.settle([claim]);
    if (claim.kind === 'window') this.#local.settle([{ ...claim, by: -claim.amount }]);
    return 0;
  }

  /** The keys of the purses of which the store does not know all. */
  get untold(): readonly string[] {
    return [...this.#untold.keys()];
  }

  /** What the store has to be told, and is forgotten here. */
  take(): Owed {
    const owed = {
      settlements: [...this.#local.windows(), ...this.#owed],
      purses: new Map(this.#untold),
      slots: [...this.#slots.values()],
    };
    this.#untold.clear();
    this.#owed = [];
    this.#spentBefore.clear();
    this.#slots.clear();
    this.#joined.clear();
    this.#reserved.clear();
    this.#local.clear();
    return owed;
  }

  /** What could not be told after all. */
  giveBack(settlement: Settlement): void {
    if (settlement.kind === 'window') this.#local.settle([settlement]);
    else this.#owed.push(settlement);
  }

  /** The same of a purse. */
  giveBackPurse(key: string, untold: Untold): void {
    this.#owe({ key, ...untold });
  }

  #owe({ key, spent, keepSeconds }: Pick<PurseSettlement, 'key' | 'spent' | 'keepSeconds'>): void {
    this.#untold.set(key, { spent: spent + (this.#untold.get(key)?.spent ?? 0), keepSeconds });
  }

  /** Frees so much of what was reserved here, or what there is. */
  #free({ key, keepSeconds }: Pick<PurseSettlement, 'key' | 'keepSeconds'>, amount: number): number {
    const reserved = this.#reserved.free(key, amount);
    if (reserved > 0) this.#local.settle([{ kind: 'purse', key, reserved, spent: 0, keepSeconds }]);
    return reserved;
  }

  #partOf(claim: Claim, parts: number): Claim {
    if (claim.kind === 'purse') return this.#partOfPurse(claim, parts);
    if (claim.kind === 'slot') this.#join(claim);
    if (parts === 1) return claim;
    const part = Math.min(claim.limit, Math.max(1, Math.floor(claim.limit / parts)));
    // What alone needs more than a part finds room in an empty window.
    return { ...claim, limit: claim.kind === 'window' ? Math.max(part, claim.amount) : part };
  }

  /** What is held since before is a part of the part. */
  #join(claim: SlotClaim): void {
    if (this.#joined.has(claim.key) || !this.#options.isAway()) return;
    this.#joined.add(claim.key);
    for (const holder of this.#options.held(claim.key)) this.#local.claim([{ ...claim, holder, limit: Infinity }]);
  }

  #partOfPurse(claim: PurseClaim, parts: number): PurseClaim {
    const { key, limit, spentAtLeast, keepSeconds } = claim;
    const known = this.#spentBefore.get(key);
    if (known === undefined && this.#options.isAway()) {
      this.#spentBefore.set(key, spentAtLeast);
      // What is under way since before comes out of the part.
      const more = this.#local.reserved(key) - this.#options.reserved(key);
      if (more !== 0) this.#local.settle([{ kind: 'purse', key, reserved: more, spent: 0, keepSeconds }]);
    }
    const before = known ?? spentAtLeast;
    return { ...claim, limit: before + Math.floor((limit - before) / parts) };
  }
}

function nameOf({ key, holder }: Slot): string {
  return `${holder} ${key}`;
}
