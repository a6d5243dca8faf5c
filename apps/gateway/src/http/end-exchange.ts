import type { IncomingHttpHeaders } from 'node:http';
import type { Admitted } from '../admit/admitted.ts';
import { expectedCost } from '../admit/expected-cost.ts';
import { expectedUses } from '../admit/expected-use.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { Exchange, ExpectedUse } from '../exchange/exchange.ts';
import type { FinishedRecord } from '../exchange/record/record.ts';
import { labelsOf } from '../exchange/asked/read-labels.ts';
import type { Gateway } from '../serving/gateway.ts';

/** What an exchange ended with. */
export interface ExchangeEnd {
  /** Nothing where it was not let in. */
  readonly admitted: Admitted | undefined;
  /** Nothing where it went well. */
  readonly failure: unknown;
  readonly headers: IncomingHttpHeaders;
}

/** Behind the last byte, whatever came of it: its limits are given back and its observers hear of it. Call it once. */
export function endExchange(
  gateway: Gateway,
  exchange: Exchange,
  { admitted, failure, headers }: ExchangeEnd,
): FinishedRecord {
  gateway.underWay.remove(exchange.lifetime);
  const expected = exchange.isLeftUnanswered ? expectedUse(exchange) : undefined;
  const finished = exchange.finish(failure, labelsOf(exchange, headers), expected);
  admitted?.settle(finished);
  exchange.terms.observers.exchangeEnded(finished);
  return finished;
}

/** What was reserved for it at the one who was asked: nobody will ever say what it was. */
function expectedUse(exchange: Exchange): ExpectedUse {
  const asked = exchange.lastAttempt?.deployment;
  const [use] = expectedUses(exchange);
  const input = Math.ceil(use?.inputTokens ?? 0);
  const output = Math.ceil((use?.outputTokens ?? 0) + (use?.outputAudioTokens ?? 0) + (use?.outputImageTokens ?? 0));
  return {
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
    dollars: foreseenDollars(exchange, asked),
  };
}

function foreseenDollars(exchange: Exchange, asked: Deployment | undefined): number | undefined {
  if (exchange.foreseen) return exchange.foreseen(undefined);
  return asked?.price === undefined ? undefined : expectedCost(exchange, [asked]).dollars;
}
