/** The tables behind `GET /spend/logs` and its sums. What repeats from request to request stands once, in a series. */
export interface SpendTables {
  spend_logs: SpendRow;
  spend_series: SpendSeries;
  daily_spend: DailySpend;
  daily_label_spend: DailyLabelSpend;
  summed_spend: SummedSpend;
}

/** What one request used and cost. Times are milliseconds since 1970. */
export interface SpendRow {
  /** The row's own: neither a vendor's nor a caller's. */
  readonly row_id: string;
  /** `x-litellm-call-id`, which callers may choose: not unique. */
  readonly request_id: string;
  /** What the vendor calls its answer: not unique either. */
  readonly response_id: string | null;
  readonly series_id: number;
  /** US dollars; null where the price is not known. */
  readonly spend: number | null;
  readonly total_tokens: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** Of the prompt, those that came from a cache of the vendor's, and those that went into one; null where none did. */
  readonly cache_read_tokens: number | null;
  readonly cache_write_tokens: number | null;
  readonly started_at: number;
  readonly ended_at: number;
  /** Of a stream. */
  readonly first_content_at: number | null;
  /** Null where it went well. */
  readonly status_code: number | null;
  readonly end_user: string | null;
  /** JSON: a list of texts. */
  readonly request_tags: string | null;
  readonly session_id: string | null;
  readonly requester_ip: string | null;
  /** JSON: what few requests have, under LiteLLM's names within `metadata`. */
  readonly details: string | null;
}

/** What requests have in common, under the names of LiteLLM's `LiteLLM_SpendLogs`; empty where there is none. */
export interface SpendSeries {
  readonly id: number;
  readonly call_type: string;
  /** The key's inner id, which it keeps when it is made anew. */
  readonly api_key: string;
  /** The digest by which it was presented. */
  readonly key_hash: string;
  readonly key_alias: string;
  readonly team_id: string;
  readonly team_alias: string;
  readonly user_id: string;
  readonly organization_id: string;
  /** The vendor's name for what answered. */
  readonly model: string;
  /** The deployment. */
  readonly model_id: string;
  /** What was asked for. */
  readonly model_group: string;
  readonly custom_llm_provider: string;
  readonly api_base: string;
  readonly cache_hit: 'True' | 'False';
  readonly status: 'success' | 'failure';
}

/** What the requests of a series used and cost on one day. */
export interface DailySpend {
  /** Days since 1970, in UTC. */
  readonly day: number;
  readonly series_id: number;
  /** US dollars, as far as prices are known. */
  readonly spend: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly cache_read_tokens: number;
  readonly cache_write_tokens: number;
  readonly requests: number;
  /** Milliseconds, all together. */
  readonly duration_ms: number;
}

/**
 * The same by what callers say of their requests: a request with three tags counts for each of them, and once in the
 * sum of all requests that have a tag (`tagged`).
 */
export interface DailyLabelSpend extends DailySpend {
  readonly kind: 'tag' | 'tagged' | 'customer';
  readonly label: string;
}

/** Up to which row SQLite has added rows to the sums of their days; one row, and none in Postgres. */
export interface SummedSpend {
  readonly until: number;
}
