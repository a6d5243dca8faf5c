import type { Admitted } from '../admit/admitted.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { FinishedRecord } from '../exchange/record.ts';
import type { Gateway } from '../serving/gateway.ts';

/** What an exchange ended with. */
export interface ExchangeEnd {
  /** Nothing where it was not let in. */
  readonly admitted: Admitted | undefined;
  /** Nothing where it went well. */
  readonly failure: unknown;
}

/** Behind the last byte, whatever came of it: its limits are given back and its observers hear of it. Call it once. */
export function endExchange(gateway: Gateway, exchange: Exchange, { admitted, failure }: ExchangeEnd): FinishedRecord {
  gateway.underWay.remove(exchange.lifetime);
  const finished = exchange.finish(failure);
  admitted?.settle(finished);
  exchange.terms.observers.exchangeEnded(finished);
  return finished;
}
