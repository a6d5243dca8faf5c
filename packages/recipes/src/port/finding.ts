/** One check's outcome, as `meta.checks` shows it. */
export interface Finding<Name extends string = string> {
  /** `duration`, `narration_speakable`, `title_length`, … */
  readonly name: Name;
  readonly ok: boolean;
  /** The measured figure and what it is held against, in `unit`. */
  readonly value: number | string | null;
  readonly limit: number | string | null;
  readonly unit: string;
  readonly sceneId?: string;
  /** Where in the draft: `scenes[2].narration`. */
  readonly path?: string;
  /** One sentence for the repair question and for people. */
  readonly message: string;
  /**
   * What it means when it is never satisfied. `must`: GENERATION_FAILED. `target`: delivered with the finding in
   * `meta.checks`, or GENERATION_FAILED where the request says `strict`. `report`: delivered with the finding.
   */
  readonly severity: 'must' | 'target' | 'report';
  /** Where it failed first and code made it right: how. */
  readonly outcome?: Outcome;
  /** The words that code took out of the text at `path`, as they stood there. */
  readonly removed?: readonly string[];
}

/** What code did with what a check had found: put it right, left it out, or set something else in its place. */
export type Outcome = 'fixed' | 'dropped' | 'replaced';
