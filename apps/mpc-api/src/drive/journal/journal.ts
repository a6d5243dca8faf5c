import { UnusableReplyError } from '../ask/unusable-reply-error.ts';
import type { Fixed, ReplyFault } from '@showrunner/recipes';

/** What an effect gave, and what code made right of it. */
export interface Kept {
  readonly value: unknown;
  readonly fixes?: readonly Fixed[];
}

/** What came of an effect, as JSON: its value, or why no reply of the model could be used. */
export type Outcome =
  | Kept
  | { readonly unusable: { readonly part: string; readonly fault: ReplyFault; readonly finding: string } };

/**
 * Keeps what came of each effect under its place. An operation that is performed again with the same journal comes to
 * where it was without asking anything twice. A provider's failure is not kept: that is asked again.
 */
export interface Journal {
  read(place: string): Outcome | undefined;
  /** Takes an outcome down; it is on its way to where it is safe when the work has done what it can do with it. */
  write(place: string, outcome: Outcome): void;
  /** Waited for before anything is paid for: resolves when all that was written is safe. */
  safe(): Promise<void> | undefined;
}

/** For work that nobody goes on with. */
export const noJournal: Journal = { read: () => undefined, write: () => undefined, safe: () => undefined };

/** What the journal has for a place; else `make`, whose outcome is written down. */
export async function recorded(place: string, journal: Journal, make: () => unknown): Promise<unknown> {
  return (await recordedWithFixes(place, journal, async () => ({ value: await make() }))).value;
}

/** The same with what code made right. */
export async function recordedWithFixes(place: string, journal: Journal, make: () => Promise<Kept>): Promise<Kept> {
  const known = journal.read(place);
  if (known !== undefined) return keptOf(known);
  try {
    const kept = await make();
    journal.write(place, kept);
    return kept;
  } catch (error) {
    if (error instanceof UnusableReplyError) {
      const { part, fault, finding } = error;
      journal.write(place, { unusable: { part, fault, finding } });
    }
    throw error;
  }
}

function keptOf(outcome: Outcome): Kept {
  if ('value' in outcome) return outcome;
  const { part, fault, finding } = outcome.unusable;
  throw new UnusableReplyError(part, fault, finding);
}
