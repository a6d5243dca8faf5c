import type { TierPrice, Use } from '@showrunner/models';
import type { Usage } from '@showrunner/providers';

/** What is told of an answer, plain or streamed, fresh or cached. Whoever reads the answer fills it in. */
export interface AnswerFacts {
  /** What the vendor counted; nothing where it counted nothing. */
  usage: Usage | undefined;
  /** About how many tokens the answer is, for where the vendor counted nothing. */
  roughTokens: number;
  /**
   * In what it may be billed: the first of which the price is known counts. Nothing where tokens alone are billed; what
   * `usage` counts is the last resort of all.
   */
  billedAs?: readonly Use[] | undefined;
  /**
   * What it costs, where that depends on what was asked for, as with the size of a picture, or on how it was served; else
   * the deployment's price.
   */
  price?: TierPrice | undefined;
  /** What the vendor calls it, bounded; nothing where it calls it nothing. */
  id?: string | undefined;
  /** In which tier the vendor served it, where it says so beside the usage (`default`, `priority`). */
  serviceTier?: string | undefined;
  /** The model that answered, where an adapter of this gateway chose it (`local/auto`). */
  model: string | undefined;
}

/** Nothing has been read yet. */
export function noFacts(): AnswerFacts {
  return { usage: undefined, roughTokens: 0, billedAs: undefined, id: undefined, model: undefined };
}

/** How text becomes bytes: `latin1` where it is a vendor's own bytes. */
export type TextEncoding = 'latin1' | 'utf8';
