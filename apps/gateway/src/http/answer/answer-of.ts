import type { Rest } from '../../cache/visit.ts';
import { callModel } from '../../call/call-model.ts';
import type { Answer, PlainAnswer } from '../../exchange/answer/answer.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { Guarding } from '../../guard/guarding.ts';
import type { Serving } from '../../serving/serving.ts';
import { guardedAnswer } from './guarded-answer.ts';

/** An exchange that a model is to answer. */
export interface AskedExchange {
  readonly serving: Serving;
  readonly exchange: Exchange;
  readonly guarding: Guarding | undefined;
}

/** A model's answer, as its caller may get it. */
export function answerOf({ serving, exchange, guarding }: AskedExchange): Promise<Answer> {
  return guarding ? guardedAnswer(guarding, serving, exchange) : callModel(serving, exchange);
}

/**
 * The answer to a question of which a part is known: what the caller is told, and what was served for it. Where a model
 * of another group stood in, whose answer is none together with what is known, the whole is asked for.
 */
export async function answerOfRest(
  asked: AskedExchange,
  rest: Rest,
): Promise<{ readonly told: PlainAnswer; readonly served: PlainAnswer }> {
  const { exchange } = asked;
  const whole = exchange.request;
  exchange.askInstead(rest.request);
  const served = plain(await answerOf(asked));
  const told = rest.complete(served);
  if (told) return { told, served };
  exchange.askInstead(whole);
  const anew = plain(await answerOf(asked));
  return { told: anew, served: anew };
}

/** Only kinds of call without streams are kept in parts. */
function plain(answer: Answer): PlainAnswer {
  if (answer.kind === 'plain') return answer;
  throw new Error('a stream cannot be completed');
}
