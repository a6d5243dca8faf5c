/** Who asks, as found out by the key. One object for each key, made once and not for each request. */
export interface Caller {
  /**
   * What limits, spend rows and logs know the key by: never the key itself, nor its digest, so that it stays the same
   * when the key is rotated.
   */
  readonly keyId: string;
  /** Whose things they see: what is kept, and answers in a cache, are shared within a workspace and nowhere else. */
  readonly workspace: string;
  /** What they may do; `allows` reads it. */
  readonly scopes: ReadonlySet<string>;
  /** Nothing where there is none to keep to: for the administrator's key, and in the content API. */
  readonly grants: Grants | undefined;
}

/** What the gateway alone grants, in the meanings of LiteLLM's virtual keys. */
export interface Grants {
  readonly team: string | undefined;
  readonly user: string | undefined;
  /** The model groups that may be asked. An empty list is all of them. */
  readonly models: readonly string[];
  /** The ids of the budgets that calls are charged to. */
  readonly budgets: readonly string[];
  /** They count for every call; those that a call names are added and never stand in their place. */
  readonly tags: readonly string[];
}
