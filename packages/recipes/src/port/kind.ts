import type { Check, Guarantee } from './guarantee.ts';
import type { Operation } from './operation.ts';

/** A kind of content: what callers can have of it, and what is promised of it. */
export interface Kind {
  readonly name: string;
  readonly title: string;
  /** The first makes it; others begin from one that is there. */
  readonly operations: readonly Operation[];
  /** In the order in which `meta.checks` shows their findings. */
  readonly checks: readonly Check<unknown, unknown>[];
  /** The same with their repairs, in the order in which code fixes. */
  readonly guarantees: readonly Guarantee<unknown, unknown, unknown>[];
}
