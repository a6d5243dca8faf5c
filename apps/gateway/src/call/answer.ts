import type { Usage } from '@showrunner/providers';
import type { Deployment } from '../config/deployment.ts';
import type { LiveStream } from '../stream/live-stream.ts';

/** A whole answer, ready to be sent. */
export interface PlainAnswer {
  readonly kind: 'plain';
  readonly text: string;
  /** `latin1` where the text is the vendor's own bytes. */
  readonly encoding: 'latin1' | 'utf8';
  /** Nothing where the vendor counted no tokens. */
  readonly usage: Usage | undefined;
  /** The model that really answered, where the deployment leaves the choice to its adapter (`local/auto`). */
  readonly servedModel?: string;
}

/** An answer that comes in pieces; its first content is there. */
export interface StreamAnswer {
  readonly kind: 'stream';
  readonly stream: LiveStream;
}

/** What a deployment answered, and on which way. */
export interface Served {
  readonly answer: PlainAnswer | StreamAnswer;
  readonly deployment: Deployment;
  /** The group that answered, which is another than the asked one after a fallback. */
  readonly group: string;
}
