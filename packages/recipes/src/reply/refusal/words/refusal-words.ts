/**
 * How an assistant says no: alternatives of a regular expression in small letters and straight apostrophes, each from
 * the start of a word where a language has spaces, so that endings count.
 */
export interface RefusalWords {
  /** Letters of which each refusal has some, anywhere: who has none of them does not refuse. */
  readonly marks: string;
  /** In the first person: "I can't", "I'd rather not". */
  readonly cannot: string;
  /** What it will not do, which needs no object: "help", "comply". */
  readonly help: string;
  /** What it will not do with an object: "write". */
  readonly make: string;
  /** That object, which names nothing: "this request", "such content". */
  readonly object: string;
  /** Refuses by itself: "goes against my guidelines". */
  readonly outright: string;
  /** What is said beside it: excuses, reasons, rules, offers. */
  readonly beside: string;
  /** Someone else's words: "said". */
  readonly said: string;
}
