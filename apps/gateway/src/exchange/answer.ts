import type { AnswerFacts } from './record.ts';
import type { LiveStream } from './live-stream.ts';

/** A whole answer, ready to be sent. */
export interface PlainAnswer {
  readonly kind: 'plain';
  readonly text: string;
  /** `latin1` where the text is the vendor's own bytes. */
  readonly encoding: 'latin1' | 'utf8';
  readonly facts: AnswerFacts;
}

/** An answer that comes in pieces; its first content is there. Its facts are whole when it has ended. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly stream: LiveStream;
}

export type Answer = PlainAnswer | StreamAnswer;
