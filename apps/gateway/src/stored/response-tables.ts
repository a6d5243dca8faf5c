/** Responses that were made here out of chat completions, for `previous_response_id` and `GET /v1/responses/{id}`. */
export interface ResponseTables {
  responses: ResponseRow;
}

/** Times are milliseconds since 1970. */
export interface ResponseRow {
  readonly id: string;
  /** The workspace of who asked for it. */
  readonly owner: string;
  /** The response that it goes on from. */
  readonly previous_id: string | null;
  readonly created_at: number;
  readonly expires_at: number;
  /** How long both texts are. */
  readonly bytes: number;
  /** JSON: the items that it was asked with, without those of the responses before it. */
  readonly input: string;
  /** JSON: the response as its caller got it. */
  readonly response: string;
}
