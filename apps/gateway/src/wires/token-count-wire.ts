import type { MessagesRequest } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer.ts';
import type { Wire } from '../exchange/wire.ts';

/** How many tokens a question has. */
export interface TokenCount {
  readonly inputTokens: number;
  /** Whether the model's own provider counted, or this gateway estimated. */
  readonly by: 'provider' | 'estimate';
}

/** How a family of clients has tokens counted. */
export interface TokenCountWire extends Wire<MessagesRequest> {
  write(count: TokenCount): PlainAnswer;
}
