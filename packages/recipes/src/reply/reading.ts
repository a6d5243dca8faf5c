import type { Fixed } from '../port/effects.ts';

/** What came back from the model, before anyone trusts it. */
export interface ModelReply {
  readonly text: string;
  /** OpenAI's `finish_reason`: `stop`, `length`, `content_filter`, … */
  readonly finishReason: string | null;
  /** OpenAI's `message.refusal`. */
  readonly refusal: string | null;
}

/** Why a reply cannot be used. `cut_off`: the stream broke after its first content. */
export type ReplyFault = 'empty' | 'truncated' | 'refused' | 'not_json' | 'wrong_shape' | 'cut_off';

/** What a reply is: its value with what code took out on the way to it, or what is wrong with it. */
export type Reading =
  | { readonly usable: true; readonly value: unknown; readonly fixes: readonly Fixed[] }
  | UnusableReading;

export interface UnusableReading {
  readonly usable: false;
  readonly fault: ReplyFault;
  /** In words that the model can act on. */
  readonly finding: string;
}

export function unusable(fault: ReplyFault, finding: string): UnusableReading {
  return { usable: false, fault, finding };
}
