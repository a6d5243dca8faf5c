import type { Claim, Claimed, Limits, PurseSettlement, Settlement } from './limits.ts';
import { MemoryLimits } from './memory-limits.ts';

/**
 * Limits while the store that replicas share is away: this process gives out its part of them, so that all together give
 * out no more than there is, and remembers what the store has to be told when it is back.
 */
export class LimitsAlone implements Limits {
  readonly #local = new MemoryLimits();
  readonly #replicas: () => number;
  /** What was spent out of each purse when this process began to count alone. */
  readonly #spentBefore = new Map<string, number>();
  /** Whose slots were claimed here: the store knows nothing of them. */
  readonly #holders = new Set<number>();
  readonly #owedPurses = new Map<string, PurseSettlement>();
  #owedSlots: Settlement[] = [];

  /** @param replicas how many shared the store when it was last there, this one among them */
  constructor(replicas: () => number) {
    this.#replicas = replicas;
  }

  claim(claims: readonly Claim[]): Claimed {
    const parts = Math.max(1, this.#replicas());
    const claimed = this.#local.claim(parts === 1 ? claims : claims.map((claim) => this.#partOf(claim, parts)));
    if (claimed.isGranted) for (const claim of claims) if (claim.kind === 'slot') this.#holders.add(claim.holder);
    return claimed;
  }

  settle(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot' && !this.#holders.delete(settlement.holder)) this.#owedSlots.push(settlement);
      if (settlement.kind === 'purse') this.#owe(settlement, this.#local.reserved(settlement.key));
    }
    this.#local.settle(settlements);
  }

  /** The store may have heard it or not: only what it must not keep for ever is told again. */
  settleOnceMore(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#owedSlots.push(settlement);
      if (settlement.kind === 'purse') this.#owe({ ...settlement, spent: 0 }, 0);
    }
  }

  /** What the store has to be told, and is forgotten here: what was used and spent, what ended, and what is still reserved. */
  take(): Settlement[] {
    const windows = this.#local.windows();
    for (const { key, reserved, keepSeconds } of this.#local.reservations()) {
      this.#owe({ kind: 'purse', key, spent: 0, reserved: -reserved, keepSeconds }, 0);
    }
    const owed = [...windows, ...this.#owedPurses.values(), ...this.#owedSlots];
    this.#owedPurses.clear();
    this.#owedSlots = [];
    this.#spentBefore.clear();
    this.#holders.clear();
    this.#local.clear();
    return owed;
  }

  /** What could not be told after all. */
  giveBack(settlements: readonly Settlement[]): void {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#owedSlots.push(settlement);
      else if (settlement.kind === 'purse') this.#owe(settlement, 0);
      else this.#local.settle([settlement]);
    }
  }

  /** @param reservedHere of which the store knows nothing */
  #owe({ kind, key, reserved, spent, keepSeconds }: PurseSettlement, reservedHere: number): void {
    const before = this.#owedPurses.get(key);
    this.#owedPurses.set(key, {
      kind,
      key,
      spent: spent + (before?.spent ?? 0),
      reserved: Math.sign(reserved) * Math.max(0, Math.abs(reserved) - reservedHere) + (before?.reserved ?? 0),
      keepSeconds,
    });
  }

  #partOf(claim: Claim, parts: number): Claim {
    if (claim.kind === 'purse') {
      const before = this.#spentBefore.get(claim.key) ?? claim.spentAtLeast;
      this.#spentBefore.set(claim.key, before);
      return { ...claim, limit: before + Math.floor((claim.limit - before) / parts) };
    }
    const part = Math.min(claim.limit, Math.max(1, Math.floor(claim.limit / parts)));
    // What alone needs more than a part finds room in an empty window.
    return { ...claim, limit: claim.kind === 'window' ? Math.max(part, claim.amount) : part };
  }
}
