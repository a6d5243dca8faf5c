import type { Finding, RecipeEvent } from '@showrunner/recipes';

/** The place of a result in `data.variants`, from 0; absent where only one is written. */
export interface OfVariant {
  readonly variant?: number;
}

/** What is told while results are written. */
export type GenerationEvent = RecipeEvent & OfVariant;

/** A check's outcome, and whose. */
export type GenerationFinding = Finding & OfVariant;
