/** The tables behind `GET /spend/logs`. What repeats from request to request stands once, in a series. */
export interface SpendTables {
  spend_logs: SpendRow;
  spend_series: SpendSeries;
}

/** What one request used and cost. Times are milliseconds since 1970. */
export interface SpendRow {
  /** `x-litellm-call-id`, which callers may choose: not unique. */
  readonly request_id: string;
  readonly series_id: number;
  /** US dollars; null where the price is not known. */
  readonly spend: number | null;
  readonly total_tokens: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly started_at: number;
  readonly ended_at: number;
  /** Of a stream. */
  readonly first_content_at: number | null;
}

/** What requests have in common, under the names of LiteLLM's `LiteLLM_SpendLogs`. */
export interface SpendSeries {
  readonly id: number;
  readonly call_type: string;
  readonly api_key: string;
  /** The vendor's name for what answered. */
  readonly model: string;
  /** The deployment. */
  readonly model_id: string;
  /** What was asked for. */
  readonly model_group: string;
  readonly custom_llm_provider: string;
  readonly cache_hit: 'True' | 'False';
  readonly status: 'success' | 'failure';
}
