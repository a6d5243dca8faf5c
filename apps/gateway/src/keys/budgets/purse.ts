import type { PurseRow } from '../../stored/entity-tables.ts';
import type { SpentAmount } from '../../stored/entities/write-purses.ts';
import { nextWindowEnd, windowEnd, type Calendar } from './window-end.ts';

/** Counters hold whole numbers: a billionth of a dollar is a thousandth of what the cheapest token costs. */
export const PER_DOLLAR = 1_000_000_000;

/** A counter that nobody asks for is forgotten; the database has what it held. */
export const KEEP_SECONDS = 7 * 86_400;

/** Under which name what is spent of a purse is counted by all, since it was last set and in this window. */
export function counterName(purse: string, epoch: number, windowEndsAt: number | null): string {
  return `purse:${purse}:${epoch}:${windowEndsAt ?? ''}`;
}

/**
 * What somebody has spent, as far as this process knows: what the database said, and what was added here since. Nobody
 * resets it: a window that is over is another counter.
 */
export class Purse {
  readonly name: string;
  readonly #calendar: () => Calendar;
  #duration: string | undefined;
  #since: number | undefined;
  #spent = 0;
  #windowEndsAt: number | null = null;
  #epoch = 0;
  #counter: string | undefined;
  /** As of which watchers of budgets know it. */
  #told = 0;
  #isLearned = false;
  /** What was spent here since it was last taken to be written, of the window that is now. */
  #unwritten = 0;
  /** The same of windows that ended meanwhile. */
  #former: SpentAmount[] | undefined;

  constructor(name: string, calendar: () => Calendar) {
    this.name = name;
    this.#calendar = calendar;
  }

  /**
   * Hears what the database has, and in which windows it is spent. What is known here already and is more holds, unless
   * it was set by hand since. A window that is armed for the first time begins empty; a shorter one ends earlier, and
   * nothing that was spent in the longer one is forgotten.
   *
   * @param since when its holder was made: windows follow one another from then on, wherever it is learned
   */
  learn(row: PurseRow | undefined, duration: string | undefined, since?: number, now = Date.now()): void {
    this.#since = since;
    const isSet = row !== undefined && row.epoch > this.#epoch;
    if (isSet || duration !== this.#duration || !this.#isLearned) this.#begin(row, duration, now);
    if (!row) return;
    if (duration === undefined) this.hear(Math.round(row.total * PER_DOLLAR));
    else if (row.window_ends_at === this.#windowEndsAt) this.hear(Math.round(row.spent * PER_DOLLAR));
  }

  /** What counts now, in counted units. */
  spent(now = Date.now()): number {
    this.#roll(now);
    return this.#spent;
  }

  /** When what was spent counts no longer, in milliseconds since 1970; nothing where it always does. */
  windowEndsAt(now = Date.now()): number | null {
    this.#roll(now);
    return this.#windowEndsAt;
  }

  /** Under which name it is counted now, by all who count it. */
  counter(now = Date.now()): string {
    this.#roll(now);
    this.#counter ??= counterName(this.name, this.#epoch, this.#windowEndsAt);
    return this.#counter;
  }

  /** Hears what others have spent. */
  hear(spent: number): void {
    this.#spent = Math.max(this.#spent, spent);
  }

  /** Adds what was spent now, in counted units. Returns whether nothing waited to be written before. */
  spend(amount: number, now = Date.now()): boolean {
    this.#roll(now);
    const isFirst = this.#unwritten === 0 && this.#former === undefined;
    this.#spent += amount;
    this.#unwritten += amount;
    return isFirst;
  }

  /** Gives what waits to be written, window by window; from then on it is the caller's to keep. */
  takeUnwritten(into: SpentAmount[]): void {
    if (this.#former) into.push(...this.#former);
    this.#former = undefined;
    const amount = this.#takeAmount();
    if (amount) into.push(amount);
  }

  /** What is spent from now on is of another window. */
  #endWindow(): void {
    const amount = this.#takeAmount();
    if (amount) (this.#former ??= []).push(amount);
  }

  #takeAmount(): SpentAmount | undefined {
    if (this.#unwritten === 0) return undefined;
    const dollars = this.#unwritten / PER_DOLLAR;
    this.#unwritten = 0;
    return { purse: this.name, dollars, windowEndsAt: this.#windowEndsAt, epoch: this.#epoch };
  }

  /** What counts now, and what of it watchers of budgets were told, in counted units. */
  sinceTold(now = Date.now()): { readonly before: number; readonly spent: number } {
    this.#roll(now);
    return { before: this.#told, spent: this.#spent };
  }

  /** They know now. */
  tell(): void {
    this.#told = this.#spent;
  }

  #begin(row: PurseRow | undefined, duration: string | undefined, now: number): void {
    const isSet = row !== undefined && row.epoch > this.#epoch;
    // What was spent in a window that goes on may not be written yet.
    const known = isSet || this.#windowEndsAt === null ? [] : [{ spent: this.#spent, endsAt: this.#windowEndsAt }];
    const kept =
      row === undefined || row.window_ends_at === null
        ? []
        : [{ spent: Math.round(row.spent * PER_DOLLAR), endsAt: row.window_ends_at }];
    const total = row === undefined ? 0 : Math.round(row.total * PER_DOLLAR);
    this.#isLearned = true;
    this.#endWindow();
    this.#duration = duration;
    this.#epoch = row?.epoch ?? this.#epoch;
    this.#counter = undefined;
    const ended = Math.max(...[...known, ...kept].map(({ endsAt }) => endsAt));
    const armed = duration === undefined ? undefined : this.#windowEnd(duration, now, ended);
    const live = armed === undefined ? [] : [...known, ...kept].filter(({ endsAt }) => endsAt > now);
    this.#windowEndsAt = armed === undefined ? null : Math.min(armed, ...live.map(({ endsAt }) => endsAt));
    this.#spent = armed === undefined ? total : Math.max(0, ...live.map(({ spent }) => spent));
    this.#told = this.#spent;
  }

  /** When the window that goes on now ends; it follows the one that was known last, where that is over. */
  #windowEnd(duration: string, now: number, ended: number): number {
    const isFollowed = ended > 0 && ended <= now;
    return isFollowed
      ? nextWindowEnd(duration, ended, now, this.#calendar())
      : windowEnd(duration, now, this.#calendar(), this.#since);
  }

  #roll(now: number): void {
    if (this.#windowEndsAt === null || this.#windowEndsAt > now || this.#duration === undefined) return;
    this.#endWindow();
    this.#windowEndsAt = nextWindowEnd(this.#duration, this.#windowEndsAt, now, this.#calendar());
    this.#spent = 0;
    this.#told = 0;
    this.#counter = undefined;
  }
}

/**
 * What counts against a budget now, in US dollars, by the database alone.
 *
 * @param row nothing where nothing was spent
 * @param now milliseconds since 1970
 */
export function spentOf(row: PurseRow | undefined, hasWindow: boolean, now: number): number {
  if (!row) return 0;
  if (!hasWindow) return row.total;
  return row.window_ends_at !== null && row.window_ends_at > now ? row.spent : 0;
}
