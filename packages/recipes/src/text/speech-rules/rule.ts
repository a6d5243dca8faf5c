import type { StagePatterns } from '../stage-words/patterns.ts';
import type { Place } from '../stands-alone.ts';

/**
 * What becomes of a place that a rule found: what takes its place; `speech`, nothing is wrong with it; `placeholder`
 * and `unsayable`, only the model can put it right; `doubtful`, probably not for the voice, so that the model is asked,
 * and code takes it away where that does not help.
 */
export type Verdict = { readonly put: string } | 'speech' | 'placeholder' | 'unsayable' | 'doubtful';

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

/** A rule without exceptions: all that matches gives way to `put`, which may name groups as `replace` does. */
export function always(name: string, pattern: RegExp, put: string): SpeechRule {
  return {
    name,
    pattern: () => pattern,
    judge: ({ groups }) => ({ put: put.replace(/\$(\d)/g, (_, group: string) => groups[Number(group) - 1] ?? '') }),
  };
}
