import type { Operation } from './operation.ts';

/** A kind of content: what callers can have of it, and the names of what code checks on it. */
export interface Kind {
  readonly name: string;
  readonly title: string;
  /** The first makes it; others begin from one that is there. */
  readonly operations: readonly Operation[];
  /** The names of all findings that its guarantees give. */
  readonly checks: readonly string[];
}
