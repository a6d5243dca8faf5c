import type { JsonObject } from '../kit/json.ts';

/** An event of a stream: its name, where the wire gives it one, and its data. */
export interface AnswerEvent {
  readonly name?: string;
  readonly data: JsonObject;
}

/** How answers of one wire look whole and in pieces. */
export interface AnswerForm {
  /** Whether a whole answer is of this wire. */
  readonly isWhole: (answer: JsonObject) => boolean;
  /** Whether an event of a stream is; what all wires have, as the counts at the end, tells nothing. */
  readonly isEvent: (event: JsonObject) => boolean;
  /** A whole answer as the events of its stream. */
  split(answer: JsonObject): readonly AnswerEvent[];
  /** The events of a stream as one answer; nothing where they do not come to an end. */
  join(events: readonly JsonObject[], isDone: boolean): JsonObject | undefined;
  /** Whether OpenAI's `[DONE]` stands behind the last event. */
  readonly saysDone: boolean;
}
