/** What was asked with an `Idempotency-Key`, and what came of it. The key itself is nowhere. */
export interface IdempotencyTables {
  idempotency_keys: {
    /** The digest of workspace, path and key. */
    id: string;
    /** The digest of the body. */
    body: string;
    /** The job that the request became. */
    job_id: string | null;
    /** What was answered, sealed with the key. */
    answer: string | null;
    /** Until when its answer may still come; null where it is there, or where the job tells. */
    busy_until: string | null;
    /** ISO 8601 in UTC, as all times. */
    expires_at: string;
  };
}
