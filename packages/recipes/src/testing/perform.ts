import type { Ask, Event, Fixed } from '../port/effects.ts';
import type { Finding } from '../port/finding.ts';
import type { Circumstances, Operation } from '../port/operation.ts';
import { answerAsks, type Model } from './answer-asks.ts';

/** Rounds of repair in service. */
const ROUNDS = 3;

/** Writes, checks, repairs and delivers as the service does; the model's questions are counted through all of it. */
export function perform<Input, Draft, Output, Own extends Event>(
  operation: Operation<Input, Draft, Output, Own>,
  input: Input,
  circumstances: Circumstances,
  model: Model,
): { output: Output; failed: Finding[]; asks: Ask[]; fixes: Fixed[] } {
  const asks: Ask[] = [];
  const fixes: Fixed[] = [];
  const done = <Result>(work: Parameters<typeof answerAsks<Result, Own>>[0]): Result => {
    const earlier = asks.length;
    const answered = answerAsks(work, (question, count) => model(question, earlier + count));
    asks.push(...answered.asks);
    fixes.push(...answered.fixes);
    return answered.result;
  };
  let draft = done(operation.write(input, circumstances));
  const failedNow = () => operation.check(draft, input, circumstances).filter(({ ok }) => !ok);
  for (let round = 0; round < ROUNDS && failedNow().length > 0; round += 1) {
    const repaired = done(operation.repair(draft, failedNow(), input, circumstances));
    if (repaired === draft) break;
    draft = repaired;
  }
  if (failedNow().length > 0 && operation.settle) draft = done(operation.settle(draft, input, circumstances));
  const output = operation.output.parse(done(operation.deliver(draft, input, circumstances)));
  return { output, failed: failedNow(), asks, fixes };
}
