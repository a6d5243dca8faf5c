/**
 * What a scripted upstream does with one request, as data. Exactly one of `json`, `sse`, `raw`, `hang` and `reset`
 * says what kind of answer it is.
 */
export type Behaviour = JsonBehaviour | EventStreamBehaviour | RawBehaviour | HangBehaviour | ResetBehaviour;

/** One JSON body. An error is `{ status: 429, headers: { 'retry-after': '2' }, json: openAiError(…) }`. */
export interface JsonBehaviour extends AnyResponse {
  readonly json: unknown;
}

/** A stream of server-sent events. */
export interface EventStreamBehaviour extends AnyResponse {
  /**
   * The frames in order. A string is sent as it is (a comment, a broken frame), `{ event, data }` as a named event,
   * any other object as a `data:` line of JSON.
   */
  readonly sse: readonly (object | string)[];
  /** Wait between two frames, in milliseconds. Default 0. */
  readonly gapMs?: number;
  /** Whether `data: [DONE]` ends the stream. Default: yes, unless a frame is a named event, as OpenAI and Anthropic do it. */
  readonly done?: boolean;
  /** Line ends inside and between frames. Default `\n`. */
  readonly lineEnd?: '\n' | '\r\n' | '\r';
}

/** Any bytes, for example an HTML page with status 200. `content-type` is `text/html` unless `headers` says otherwise. */
export interface RawBehaviour extends AnyResponse {
  readonly raw: string | Uint8Array;
}

/** Takes the request and never answers. */
export interface HangBehaviour {
  readonly hang: true;
}

/** Breaks the connection with a TCP reset, before any answer. */
export interface ResetBehaviour {
  readonly reset: true;
  readonly delayMs?: number;
}

interface AnyResponse {
  /** HTTP status. Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Wait before the status line, in milliseconds. Default 0. */
  readonly delayMs?: number;
  /** Send the body in writes of so many bytes, each its own TCP segment. Default: one write a frame. */
  readonly sliceBytes?: number;
  /**
   * Where the body ends too early: after so many bytes, or, for a text, after the first byte of its first occurrence
   * (`cutAfter: 'é'` cuts inside a UTF-8 sequence).
   */
  readonly cutAfter?: number | string;
  /**
   * What follows the last byte. `end` closes the body properly, `reset` breaks the connection, `hang` stays silent.
   * Default: `reset` where `cutAfter` is given, else `end`.
   */
  readonly afterwards?: 'end' | 'reset' | 'hang';
}
