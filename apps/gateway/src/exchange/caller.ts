/** Who asks, as admission found out. */
export interface Caller {
  /** Whose questions share cached answers. */
  readonly tenant: string;
  /** What spend rows and limits know the key by: never the key itself. */
  readonly keyId: string;
}
