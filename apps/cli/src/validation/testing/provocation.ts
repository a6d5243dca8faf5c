import type { TestCheckout } from './test-checkout.ts';

/** How a check is seen passing once, and finding what it is for once. */
export interface Provocation {
  /** Makes a sound checkout one in which the check has something to look at. */
  readonly prepares?: (checkout: TestCheckout) => unknown;
  readonly breaks: (checkout: TestCheckout) => unknown;
  /** What it says then. */
  readonly finds: RegExp;
}

/** By the id of the check. */
export type Provocations = Readonly<Record<string, Provocation>>;
