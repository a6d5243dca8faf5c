import type { TextLimit, TextLimits } from '../../platforms/platform.ts';
import type { Outcome } from '../../port/finding.ts';
import { cutAway, trimAtWord, trimToAll } from '../../text/length/trim.ts';

/** What code took from a text, or set in its place, so that a platform takes the rest. */
export interface Cut {
  /** In the answer: `platforms.x.caption`. */
  readonly path: string;
  readonly outcome: Outcome;
  readonly removed: readonly string[];
}

/** A text as a platform takes it, and what of it is gone. */
export interface Fitted {
  readonly text: string;
  readonly removed: readonly string[];
}

/** A text within all limits, cut as `trim` does. */
export function fitted(text: string, limits: readonly TextLimit[], trim = trimAtWord): Fitted {
  const kept = trimToAll(text, limits, trim);
  return { text: kept, removed: kept === text ? [] : [cutAway(text, kept)].filter((part) => part !== '') };
}

/** The cut that a fitted text is at its place; none where nothing is gone. */
export function cutsOf(path: string, { removed }: Fitted, outcome: Outcome = 'fixed'): Cut[] {
  return removed.length === 0 ? [] : [{ path, outcome, removed }];
}

/** `<` and `>` as marks that platforms take which refuse them. */
export function withoutAngles(text: string, takesAngles: boolean): string {
  return takesAngles ? text : text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** Limits with room left for what follows a text. */
export function lessThan(limits: TextLimits, room: (limit: TextLimit) => number): TextLimit[] {
  return limits.map((limit) => ({ ...limit, maximum: Math.max(0, room(limit)) }));
}
