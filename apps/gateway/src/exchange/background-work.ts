/** What is done for a caller who comes back for it. */
export interface BackgroundWork {
  /** From here on it can be asked for. Resolves with what the caller is told: JSON. Rejects with what stands in the way. */
  begin(): Promise<string>;
  /** Whatever came of it is kept, a failure too; never rejects. */
  end(failure: unknown): Promise<void>;
}
