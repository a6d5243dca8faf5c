import type { Mapping } from '../../json/mapping.ts';

/** What is written down of a request beside its figures, in its caller's words: bounded, and nothing of its content. */
export interface RequestLabels {
  /** What joins requests of one conversation. */
  readonly sessionId: string | undefined;
  /** `metadata.spend_logs_metadata`, as JSON. */
  readonly notes: string | undefined;
  /** What the request notes of itself, as it came: of it only what an operator names is told. */
  readonly noted?: Mapping | undefined;
}
