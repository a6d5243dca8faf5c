import type { Event, Finding, Told } from '@showrunner/recipes';

/** The place of a result in `data.variants`, from 0; absent where only one is written. */
export interface OfVariant {
  readonly variant?: number;
}

/** What is told while results are written. */
export type GenerationEvent = (Told<Event> | CheckTold) & OfVariant;

/** A check's outcome, when it is new. */
export interface CheckTold {
  readonly kind: 'check';
  readonly finding: Finding;
}

/** A check's outcome, and whose. */
export type GenerationFinding = Finding & OfVariant;
