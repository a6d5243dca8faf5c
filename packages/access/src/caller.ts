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

/** Whom a virtual key of the gateway's belongs to, and what is said of its calls, in the meanings of LiteLLM's. */
export interface Grants {
  readonly team: string | undefined;
  readonly user: string | undefined;
  readonly organization: string | undefined;
  /** Guardrails that each of their calls meets, by their names, beside those that all calls meet. */
  readonly guardrails?: readonly string[] | undefined;
  /** They count for every call; those that a call names are added and never stand in their place. */
  readonly tags: readonly string[];
}
