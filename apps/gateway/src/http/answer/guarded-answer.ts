import type { CachedAnswer } from '../../cache/cached-answer.ts';
import { unknownModel } from '../../call/failures.ts';
import { callModel } from '../../call/call-model.ts';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import { Blocked } from '../../guard/blocked.ts';
import type { Guarding } from '../../guard/guarding.ts';
import type { Serving } from '../../serving/serving.ts';
import { sendPlain, sendStream, type Receiver } from './send-answer.ts';

/** A model's answer as its caller may get it; what a guardrail says in its place, where it does. */
export async function guardedAnswer(guarding: Guarding, serving: Serving, exchange: Exchange): Promise<Answer> {
  try {
    return await guarding.answer(await guarding.whileCalled(() => callModel(serving, exchange)));
  } catch (error) {
    if (error instanceof Blocked && error.instead !== undefined) return answerInstead(exchange, error.instead, serving);
    throw error;
  }
}

/** Sends what a guardrail says in place of an answer: nobody was asked. */
export async function sendInstead(
  exchange: Exchange,
  text: string,
  serving: Serving,
  receiver: Receiver,
): Promise<void> {
  const answer = await answerInstead(exchange, text, serving);
  if (answer.kind === 'plain') sendPlain(exchange, answer, receiver);
  else await sendStream(exchange, answer, receiver, false);
}

/** A text as an answer in the caller's wire, as a deployment that always says it would answer; it costs nothing. */
async function answerInstead(exchange: Exchange, text: string, { router, transports }: Serving): Promise<Answer> {
  const { operation, request, wire } = exchange;
  const [stand] = router.resolve(request.model)?.deployments ?? [];
  if (!stand) throw unknownModel(request.model);
  const deployment = { ...stand, id: 'guardrail', mockResponse: text, isMock: true };
  const attempt = exchange.begin(deployment, { groupSize: 1, endsAt: Infinity });
  const answer = await operation.attempt(attempt, request, wire, transports);
  exchange.answeredHere({ facts: answer.kind === 'plain' ? answer.facts : answer.stream.relay.facts });
  if (answer.kind === 'plain') attempt.end();
  return answer;
}

/** An answer that others got before, as this caller may get it: it may meet other guardrails than theirs. */
export async function guardedHit(guarding: Guarding, hit: CachedAnswer, isStream: boolean): Promise<CachedAnswer> {
  const { body, contentType, facts } = hit;
  const text = body.toString('latin1');
  const guarded = isStream
    ? await guarding.wholeStream(text)
    : await guarding.answer({ kind: 'plain', text, encoding: 'latin1', contentType, facts });
  if (typeof guarded === 'string') return { ...hit, body: Buffer.from(guarded, 'latin1') };
  return guarded.kind === 'plain' ? { ...hit, body: Buffer.from(guarded.text, guarded.encoding) } : hit;
}
