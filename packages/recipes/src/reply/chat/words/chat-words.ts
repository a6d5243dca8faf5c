/**
 * What models say around an answer: alternatives of a regular expression, each from the start of a word, so that its
 * endings count.
 */
export interface ChatWords {
  /** Agrees to do it, by itself or before a comma: "Sure", "Of course". */
  readonly assent: string;
  /** Shows it: "Here is", "Below is". */
  readonly here: string;
  /** What was asked for: "narration", "scene", "version"; names the answer in front of a colon, too. */
  readonly thing: string;
  /** Speaks to who asked, behind the answer: "let me know if you want changes". */
  readonly offer: string;
  /** Does so only in a paragraph of its own: "I hope this helps", "Note:". */
  readonly remark: string;
  /** Names the answer itself, behind thoughts: "Answer", "Final version". */
  readonly answer: string;
  /** Names what was not meant to stay. */
  readonly draft: string;
  /** Numbers what one may choose from: "Option 1". */
  readonly option: string;
}
