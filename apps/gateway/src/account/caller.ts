/** Who asks, as admission found out. */
export interface Caller {
  /** Whose questions share cached answers. */
  readonly tenant: string;
}
