import type { Journal, Outcome } from './journal.ts';
import type { Tally, Usage } from '../ask/tally.ts';
import type { StoredAnswer } from '../../jobs/job.ts';

/**
 * What came of each effect of one piece of work, with what was used for it: fed again, the work comes to where it was
 * and nothing is paid twice.
 */
export class AnswerLog implements Journal {
  readonly #tally: Tally;
  readonly #outcomes = new Map<string, Outcome>();
  #unsaved: { readonly place: string; readonly outcome: Outcome; readonly usage: Usage | null }[] = [];
  #counted: Usage;

  /** @param stored what earlier starts have come to; what they used is counted in the tally */
  constructor(tally: Tally, stored: readonly StoredAnswer[] = []) {
    this.#tally = tally;
    // Only this class writes these texts.
    for (const { place, outcome } of stored) this.#outcomes.set(place, JSON.parse(outcome) as Outcome);
    tally.resume(stored.flatMap(({ usage }) => (usage === null ? [] : [JSON.parse(usage) as Usage])));
    this.#counted = tally.usage;
  }

  read(place: string): Outcome | undefined {
    return this.#outcomes.get(place);
  }

  /** True where something was paid for since the last one. */
  write(place: string, outcome: Outcome): boolean {
    const usage = this.#usedSince();
    this.#outcomes.set(place, outcome);
    this.#unsaved.push({ place, outcome, usage });
    return usage !== null;
  }

  /** Whoever takes what is here makes it safe. */
  safe(): undefined {
    return undefined;
  }

  /** What was not taken before. */
  take(): StoredAnswer[] {
    const taken = this.#unsaved;
    this.#unsaved = [];
    return taken.map(({ place, outcome, usage }) => ({
      place,
      outcome: JSON.stringify(outcome),
      usage: usage && JSON.stringify(usage),
    }));
  }

  #usedSince(): Usage | null {
    const [now, before] = [this.#tally.usage, this.#counted];
    this.#counted = now;
    if (now.attempts === before.attempts && now.output === before.output) return null;
    return {
      attempts: now.attempts - before.attempts,
      repairs: now.repairs - before.repairs,
      input: now.input - before.input,
      output: now.output - before.output,
      costUsd: now.costUsd === null || before.costUsd === null ? null : now.costUsd - before.costUsd,
      model: now.model,
    };
  }
}
