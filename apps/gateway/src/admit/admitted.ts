import type { Held } from '@showrunner/access';
import type { FinishedRecord } from '../exchange/record.ts';

/** A request that was let in; what it holds of its caller's limits it gives back at its end. */
export class Admitted {
  /** What the caller is told of its limits: lines of a head, `name: value\r\n` each. */
  readonly headerLines: string;
  readonly #held: Held | undefined;

  constructor(headerLines: string, held: Held | undefined) {
    this.headerLines = headerLines;
    this.#held = held;
  }

  /** Once, at the end, however it ended. A cached answer costs no vendor's tokens. */
  settle({ usage, isCacheHit, durationMs }: FinishedRecord): void {
    this.#held?.settle(isCacheHit ? 0 : (usage?.total_tokens ?? 0), durationMs);
  }
}
