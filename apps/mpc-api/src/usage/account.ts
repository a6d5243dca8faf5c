/** Whose generation it is, and of what. */
export interface AccountOf {
  readonly keyId: string;
  readonly workspace: string;
  readonly recipe: string;
  /** Whether what the model asks for is known. */
  readonly isPriced: boolean;
  /** Whether earlier starts of the same work have been counted. */
  readonly isBegun: boolean;
}

/** What one question used. */
export interface Paid {
  /** The one that served. */
  readonly model: string | null;
  readonly input: number;
  readonly output: number;
  /** US dollars; null where it is not known. */
  readonly costUsd: number | null;
  /** US dollars that it cost at most. */
  readonly boundUsd: number;
}

/** What one generation costs, from before its first question until it has ended. */
export interface Account {
  /**
   * Asked before each question; what is given stands for it until it has been answered and paid. Waits where others of the
   * same key are under way and might reach its daily cost together with it.
   *
   * @throws ApiError RATE_LIMIT_EXCEEDED where that is reached
   */
  reserve(worstUsd: number, signal: AbortSignal): Promise<Disposable>;
  /** Counts a question; resolves when it counts for the limit too. Never rejects: what was paid is not thrown away. */
  paid(paid: Paid): Promise<void>;
  /** Gives back what is held. What was written without a question counts as a generation. */
  close(hasSucceeded: boolean): Promise<void>;
}
