import type { AttemptCause, AttemptOutcome, DeliveryState, WebhookType } from '@showrunner/contract';
import type { ColumnType, Kysely } from 'kysely';
import type { HeldDatabase } from '../../jobs/held-database.ts';

/** The tables of webhooks. Times are ISO-8601 texts in UTC with milliseconds, as in those of jobs. */
export interface WebhooksDatabase {
  webhook_deliveries: DeliveriesTable;
  webhook_attempts: AttemptsTable;
  webhook_secrets: SecretsTable;
  webhook_addresses_off: AddressesOffTable;
  /** One row, which a process holds while it claims. */
  webhook_claims: { count: number };
}

export type WebhooksQuery = Kysely<WebhooksDatabase>;

/** These tables in a database that may be away. */
export type WebhookTables = HeldDatabase<WebhooksDatabase>;

export interface DeliveriesTable {
  /** `msg_…`, the `webhook-id` of all its tries. */
  id: string;
  workspace: string;
  url: string;
  /** Scheme, host and port of the address: how many are called at once is counted by it. */
  origin: string;
  type: WebhookType;
  /** The job or batch that it tells of, and the version of that; null for a test. */
  subject: string | null;
  sequence: number | null;
  /** The bytes that every try sends, as text. */
  body: string;
  state: DeliveryState;
  /** How many tries of its schedule have been made. */
  tries: WithDefault<number>;
  /** Null while it rests. */
  next_try_at: string | null;
  /** Who is sending it, a new name for each claim, and until when others leave it alone. */
  claim: string | null;
  lease_expires_at: string | null;
  /** The time of its event. */
  created_at: string;
  /** Since when it rests. */
  settled_at: string | null;
}

export interface AttemptsTable {
  delivery_id: string;
  /** 1 for the first. */
  number: number;
  cause: AttemptCause;
  started_at: string;
  duration_ms: number;
  outcome: AttemptOutcome;
  status: number | null;
  media_type: string | null;
  answer: string | null;
  error: string | null;
}

export interface SecretsTable {
  workspace: string;
  /** 1 for the first, the newest has the highest. */
  number: number;
  secret: string;
  created_at: string;
  /** Null for the newest. */
  signs_until: string | null;
}

export interface AddressesOffTable {
  workspace: string;
  url: string;
  since: string;
}

type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
