import type { TextEncoding, AnswerFacts } from './answer-facts.ts';
import type { LiveStream } from './live-stream.ts';

/** A whole answer, ready to be sent. */
export interface PlainAnswer {
  readonly kind: 'plain';
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Its media type, where it is not JSON. */
  readonly contentType?: string | undefined;
  readonly facts: AnswerFacts;
}

/** An answer that comes in pieces; its first content is there. Its facts are whole when it has ended. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly stream: LiveStream;
}

export type Answer = PlainAnswer | StreamAnswer;
