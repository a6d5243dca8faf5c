import type { FinishReason, Usage } from '../spec/operations/chat.ts';

/** What a server that writes on a text says, at once or in pieces. */
export interface TextPiece {
  readonly text: string;
  /** With the last piece, where the server says why it ends. */
  readonly finishReason?: FinishReason | undefined;
  readonly usage?: Usage | undefined;
}
