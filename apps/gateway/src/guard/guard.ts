import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { RequestRecord } from '../exchange/record/record.ts';
import type { HiddenValues } from './hidden-values.ts';

/** A text that is sent to a model, or that a model wrote. */
export interface GuardedText {
  readonly text: string;
  /** Whose text it is: `user`, `system`, `assistant`, `tool`, or what the caller writes there. */
  readonly role: string;
}

/** What is looked at together. */
export interface GuardedContent {
  readonly side: 'request' | 'response';
  /** Each text once. */
  readonly texts: readonly GuardedText[];
  /** Addresses of images, or images as data URLs. */
  readonly images: readonly string[];
  /** Names of members in arguments of tools, what they answer, and schemas: callers and models think of them. */
  readonly memberNames?: ReadonlySet<string>;
  /** Positions of texts that are read one behind the other as one: what is sought may be split between them. */
  readonly runs?: readonly (readonly number[])[];
}

/** For which call a guard looks. */
export interface GuardedCall {
  readonly record: RequestRecord;
  readonly request: ModelRequest;
  /** The request's headers that guards may be told of. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What the caller says to this guard (`guardrails: [{name: {extra_body: {…}}}]`). */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where values go that are to come back to the caller. */
  readonly hidden: HiddenValues;
  /** Aborts when the guard's time is up, or the request's. */
  readonly signal: AbortSignal;
}

/** What a guard says of what it looked at. */
export interface Looked {
  /** The texts as they may go on, in their order; the same where nothing had to be changed. */
  readonly texts: readonly string[];
  /** How many entities of which kind were masked. */
  readonly masked?: Readonly<Record<string, number>>;
  /** Something was found and let through, because it is only to be watched. */
  readonly isFlagged?: boolean;
}

/**
 * Looks at texts. It returns them as they may go on, throws a `Blocked` where they may not, and rejects with anything
 * else where it could not look: nothing goes on unlooked at then, unless its operator says so.
 */
export interface Guard {
  look(content: GuardedContent, call: GuardedCall): Promise<Looked>;
  /** Looks within this process: often and for nothing. */
  readonly isLocal: boolean;
  /**
   * How many characters before the end of a text that still grows may be the beginning of what it looks for: they are
   * held back until more has come.
   */
  readonly holdBack: number;
}

/** Longer than what guards look for by its form: addresses, numbers, keys. */
export const USUAL_HOLD_BACK = 128;
