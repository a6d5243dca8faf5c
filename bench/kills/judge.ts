import type { Booked } from './killed-gateway.ts';

/** A call that was answered, by whose key, and when, in milliseconds since 1970. */
export interface Call {
  readonly user: string;
  readonly at: number;
}

/** What happened between one start and the next. */
export interface Round {
  readonly killedAt: number;
  /** What the vendor has answered. */
  readonly answered: readonly Call[];
  /** What callers got. */
  readonly received: readonly Call[];
  readonly before: Booked;
  readonly after: Booked;
}

/** What a run of kills has left. */
export interface Figures {
  readonly kills: number;
  readonly answered: number;
  /** Calls that were answered and are not in the books, all of the last second before a kill. */
  readonly lost: number;
  /** The most of one kill. */
  readonly mostLost: number;
  /** Calls in the books that the vendor has not answered. */
  readonly madeUp: number;
  /** Calls that callers had for longer than a second before a kill and that are not in the books. */
  readonly lostEarlier: number;
  /** The same two of rows. */
  readonly rowsMadeUp: number;
  readonly rowsLostEarlier: number;
  /** Dollars that were spent out of the budget, beside it. */
  readonly spent: number;
  readonly budget: number;
  /** Dollars that may be spent above it: what kills have lost, and what was under way at the last of them. */
  readonly mostAbove: number;
}

/** A gateway may lose what it did in so long before its end. */
const LOSES_MS = 1_000;
/** Of whom a budget is held. */
const HELD = 'held';
/** As many calls as may be under way at once. */
const UNDER_WAY = 8;

export function judge(rounds: readonly Round[], { dollars, budget }: { dollars: number; budget: number }): Figures {
  const sums = rounds.map((round) => booksOf(round, dollars));
  const sum = (of: (one: Books) => number): number => sums.reduce((total, one) => total + of(one), 0);
  const heldAnswered = rounds.flatMap(({ answered }) => answered).filter(({ user }) => user === HELD).length;
  return {
    kills: rounds.length,
    answered: sum(({ answered }) => answered),
    lost: sum(({ lost }) => lost),
    mostLost: Math.max(...sums.map(({ lost }) => lost)),
    madeUp: sum(({ madeUp }) => madeUp),
    lostEarlier: sum(({ lostEarlier }) => lostEarlier),
    rowsMadeUp: sum(({ rowsMadeUp }) => rowsMadeUp),
    rowsLostEarlier: sum(({ rowsLostEarlier }) => rowsLostEarlier),
    spent: inCents(heldAnswered * dollars),
    budget: inCents(budget),
    mostAbove: inCents((sum(({ heldLost }) => heldLost) + UNDER_WAY) * dollars),
  };
}

/** What must not be, as sentences. */
export function broken(figures: Figures): string[] {
  const { madeUp, lostEarlier, rowsMadeUp, rowsLostEarlier, spent, budget, mostAbove } = figures;
  return [
    ...(madeUp > 0 ? [`${madeUp} calls are in the books that the vendor has not answered`] : []),
    ...(lostEarlier > 0 ? [`${lostEarlier} calls were lost that were over for a second`] : []),
    ...(rowsMadeUp > 0 ? [`${rowsMadeUp} rows tell of calls that the vendor has not answered`] : []),
    ...(rowsLostEarlier > 0 ? [`${rowsLostEarlier} rows were lost of calls that were over for a second`] : []),
    ...(spent > budget + mostAbove ? [`${spent} $ were spent of ${budget} $, more than ${mostAbove} $ above it`] : []),
  ];
}

interface Books {
  readonly answered: number;
  readonly lost: number;
  readonly heldLost: number;
  readonly madeUp: number;
  readonly lostEarlier: number;
  readonly rowsMadeUp: number;
  readonly rowsLostEarlier: number;
}

function booksOf({ killedAt, answered, received, before, after }: Round, dollars: number): Books {
  const users = Object.keys(after.dollars).map((user) => {
    const booked = Math.round(((after.dollars[user] ?? 0) - (before.dollars[user] ?? 0)) / dollars);
    const of = (calls: readonly Call[]) => calls.filter((call) => call.user === user);
    const sure = of(received).filter(({ at }) => at < killedAt - LOSES_MS).length;
    const { length } = of(answered);
    return {
      user,
      lost: Math.max(0, length - booked),
      madeUp: Math.max(0, booked - length),
      lostEarlier: Math.max(0, sure - booked),
    };
  });
  const rows = after.rows - before.rows;
  const sure = received.filter(({ at }) => at < killedAt - LOSES_MS).length;
  const sum = (of: (one: (typeof users)[number]) => number): number => users.reduce((total, one) => total + of(one), 0);
  return {
    answered: answered.length,
    lost: sum(({ lost }) => lost),
    heldLost: users.find(({ user }) => user === HELD)?.lost ?? 0,
    madeUp: sum(({ madeUp }) => madeUp),
    lostEarlier: sum(({ lostEarlier }) => lostEarlier),
    rowsMadeUp: Math.max(0, rows - answered.length),
    rowsLostEarlier: Math.max(0, sure - rows),
  };
}

function inCents(value: number): number {
  return Math.round(value * 100) / 100;
}
