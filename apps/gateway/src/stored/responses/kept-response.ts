/** An object of JSON, as the Responses API has them. */
export type JsonItem = Readonly<Record<string, unknown>>;

/** A response that is kept. Times are milliseconds since 1970. */
export interface KeptResponse {
  readonly id: string;
  /** The workspace of who asked for it; nobody else finds it. */
  readonly owner: string;
  /** The response that it goes on from. */
  readonly previousId: string | null;
  readonly createdAt: number;
  /** What it was asked with, each item with its id, without the items of the responses before it. */
  readonly input: readonly JsonItem[];
  /** The response as its caller got it. */
  readonly response: JsonItem;
}
