import type { ShownCheck, Violation } from './judge/violation.ts';

/** What came of one request, and what the judge says of it. */
export interface Outcome {
  readonly name: string;
  readonly recipe: string;
  readonly status: number;
  readonly meta:
    | {
        readonly checks: readonly ShownCheck[];
        readonly attempts: number;
        readonly repairs: number;
        readonly tokens: { readonly total: number };
      }
    | undefined;
  readonly error:
    | {
        readonly code: string;
        readonly message: string;
        readonly details?: {
          readonly checks?: readonly ShownCheck[];
          readonly refused?: boolean;
          readonly truncated?: boolean;
        };
      }
    | undefined;
  readonly violations: readonly Violation[];
  /** Violations that no finding of the answer tells. */
  readonly unsaid: readonly Violation[];
}
