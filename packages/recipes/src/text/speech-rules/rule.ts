import type { StagePatterns } from '../stage-words/patterns.ts';
import type { Place } from '../stands-alone.ts';

/**
 * What becomes of a place that a rule found: what takes its place; `speech`, nothing is wrong with it; `placeholder`
 * and `unsayable`, only the model can put it right; or what takes its place where the model was asked and has written
 * it again (`insistently`), because it is probably not for the voice.
 */
export type Verdict =
  | { readonly put: string }
  | { readonly insistently: string }
  | 'speech'
  | 'placeholder'
  | 'unsayable';

/** A place in a text, with what the rule's groups hold. */
export interface Found extends Place {
  readonly excerpt: string;
  readonly groups: readonly string[];
}

/** One kind of thing that a voice cannot say. */
export interface SpeechRule {
  readonly name: string;
  /** Where it may stand; global. */
  pattern(stage: StagePatterns): RegExp;
  judge(found: Found, stage: StagePatterns, language: string | undefined): Verdict;
}

export const GONE: Verdict = { put: '' };
/** Asked about, and gone where it comes again. */
export const DOUBTFUL: Verdict = { insistently: '' };

/** A rule without exceptions: all that matches gives way to `put`, which may name groups as `replace` does. */
export function always(name: string, pattern: RegExp, put: string): SpeechRule {
  return {
    name,
    pattern: () => pattern,
    judge: ({ groups }) => ({ put: put.replace(/\$(\d)/g, (_, group: string) => groups[Number(group) - 1] ?? '') }),
  };
}
