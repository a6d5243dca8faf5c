/** What requests of every kind of call have in common; the members beyond are the operation's. */
export interface ModelRequest {
  /** The model as the caller names it. */
  model: string;
  stream?: boolean;
  [member: string]: unknown;
}
