/**
 * What a question says, apart from all else that it asks for: those that say nearly the same, and ask for the same
 * otherwise, may share an answer.
 */
export interface Wording<Request> {
  readonly text: string;
  /** The same question without its words. */
  readonly without: Request;
  /** How many turns the conversation has until here. */
  readonly turns: number;
}
