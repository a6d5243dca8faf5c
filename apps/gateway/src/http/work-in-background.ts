import type { BackgroundWork } from '../exchange/background-work.ts';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import { passedHead } from './answer/answer-head.ts';
import { answerOf, type AskedExchange } from './answer/answer-of.ts';
import { headerLine } from './answer/header-lines.ts';
import type { Receiver } from './answer/send-answer.ts';

/**
 * Tells the caller that the work is begun, and does it: from there the exchange goes on without anybody who waits. Rejects
 * as one that is waited for does; the caller, who has the answer already, reads of it under the id.
 */
export async function workInBackground(
  asked: AskedExchange,
  work: BackgroundWork,
  { admitted, reply }: Receiver,
): Promise<PlainAnswer | undefined> {
  const told = await work.begin();
  const head = passedHead(asked.exchange, admitted.headerLines) + headerLine('content-type', 'application/json');
  reply.send(200, head, told, 'utf8');
  asked.exchange.moves();
  let failure: unknown;
  try {
    const answer = await answerOf(asked);
    return answer.kind === 'plain' ? answer : undefined;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await work.end(failure);
  }
}
