import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { Wire } from '../exchange/wire.ts';
import { writtenAnswer } from './openai/written-answer.ts';

/** How many tokens a question has. */
export interface TokenCount {
  readonly inputTokens: number;
  /** Whether the model's own provider counted, or this gateway estimated. */
  readonly by: 'provider' | 'estimate';
}

/** How a family of clients has tokens counted. */
export interface TokenCountWire<Request extends ModelRequest> extends Wire<Request> {
  /** What counts of a request, in chat's words or in Anthropic's: instructions, turns, tools. */
  questionOf(request: Request): readonly unknown[];
  write(count: TokenCount): PlainAnswer;
}

/** LiteLLM 1.108.7's words for who counted (`types/token_count.py`). */
export const countSources = { provider: 'provider', estimate: 'local_estimate' } as const;

/** A count as an answer. It uses nothing itself. */
export function writtenCount(count: object): PlainAnswer {
  return writtenAnswer(count, { usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 } });
}
