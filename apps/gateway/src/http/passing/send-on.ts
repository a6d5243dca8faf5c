import type { ProviderError } from '@showrunner/providers';
import type { Exchange } from '../../exchange/exchange.ts';
import type { OutgoingRequest, Transports } from '../../exchange/transports.ts';
import type { Destination, Passage } from '../../passing/passage.ts';
import { asksModel } from './foreseen-cost.ts';
import type { PassedAnswer } from './passed-answer.ts';

/** By which passage a request goes, to whom, and as what. */
export interface Way {
  readonly passage: Passage;
  readonly destination: Destination;
  readonly outgoing: OutgoingRequest;
}

/**
 * Sends a request on and its answer back, as one attempt. Returns why the vendor refused it, which the client has read by
 * itself; rejects where the answer breaks.
 */
export async function sendOn(
  transports: Transports,
  exchange: Exchange,
  { passage, destination, outgoing }: Way,
  answer: PassedAnswer,
): Promise<ProviderError | undefined> {
  const { vendor, deployment } = destination;
  const attempt = exchange.begin(deployment, { groupSize: 1, endsAt: Infinity });
  let failure: unknown;
  try {
    await transports.pass(attempt, outgoing, vendor, answer);
    if (answer.status < 400) return undefined;
    const refusal = vendor.decodeError(answer.status, answer.headers, answer.errorBody);
    failure = refusal;
    return refusal;
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    attempt.vendorHeaders = answer.headers;
    if (answer.isBegun && answer.status < 400) {
      const facts = answer.facts(passage, destination, asksModel(outgoing));
      exchange.answered(attempt, { kind: 'plain', text: '', encoding: 'latin1', facts });
    }
    attempt.end(failure);
  }
}
