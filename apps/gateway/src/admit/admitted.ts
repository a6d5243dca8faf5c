import type { FinishedRecord } from '../exchange/record.ts';

/** A request that was let in; what it holds of its caller's limits it gives back at its end. */
export interface Admitted {
  /** What the caller is told of its limits: lines of a head, `name: value\r\n` each. */
  readonly headerLines: string;
  /** Once, at the end, however it ended. */
  settle(record: FinishedRecord): void;
}
