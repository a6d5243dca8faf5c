import type { Logger, Metrics, WorkerPlace } from '@showrunner/service';
import type { AnsweredPages } from '../admit/callers.ts';
import type { ConfigSource } from '../config/load-config.ts';
import type { LineSink } from '../observe/request-log.ts';

/** What a gateway is started with. */
export interface GatewayOptions {
  readonly from: ConfigSource['from'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The Postgres in which it keeps what it keeps, where that is named for it alone. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Where the lines of requests go: the same place as the logger's. */
  readonly lines: LineSink;
  /** Where it listens; where other machines can reach it there must be a key. */
  readonly host: string;
  /** Whether one error in the configuration refuses the start, and not only what has it. */
  readonly isStrict: boolean;
  /** Guardrails that the operator does without, by their names. */
  readonly withoutGuardrails?: readonly string[] | undefined;
  /** Whom it answers without a key. */
  readonly pages?: AnsweredPages;
  /** How often vendors are asked how far batches are. */
  readonly batchPollingSeconds?: number | undefined;
  /** Nothing where one process serves alone. */
  readonly worker?: WorkerPlace | undefined;
}
