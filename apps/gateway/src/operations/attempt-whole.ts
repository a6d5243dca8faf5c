import type { HttpOperation, HttpProviderAdapter, ProviderAdapter, ProviderCall } from '@showrunner/providers';
import type { Answer, PlainAnswer } from '../exchange/answer/answer.ts';
import type { Attempt } from '../exchange/attempt.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { Transports } from '../exchange/transports.ts';
import type { WholeAnswerWire } from '../wires/whole-answer-wire.ts';
import { callOf } from './call-of.ts';

/** A kind of call whose answer is one JSON object, as attempts of it are made. */
export interface WholeKind<Request extends ModelRequest, WholeAnswer> {
  /** Throws a 400 where the deployment's vendor makes no such calls. */
  readonly vendorOf: (adapter: ProviderAdapter) => {
    readonly vendor: HttpProviderAdapter;
    readonly operation: HttpOperation<ProviderCall<Request>, WholeAnswer>;
  };
  /** What a deployment with `mock_response` answers. */
  readonly mock: (text: string, request: Request) => WholeAnswer;
}

/** Attempts at such a kind: calls one deployment once. Rejects with a `ProviderError`. */
export function attemptWhole<Request extends ModelRequest, WholeAnswer>({
  vendorOf,
  mock,
}: WholeKind<Request, WholeAnswer>) {
  return async (
    attempt: Attempt,
    request: Request,
    wire: WholeAnswerWire<Request, WholeAnswer>,
    transports: Transports,
  ): Promise<Answer> => {
    const { mockResponse, adapter } = attempt.deployment;
    const shown = { request, model: attempt.shownModel };
    if (mockResponse !== undefined) return wire.write(mock(mockResponse, request), shown);
    const { vendor, operation } = vendorOf(adapter);
    const call = callOf(attempt, request);
    const read = (body: Buffer): PlainAnswer =>
      (operation.wire === wire.vendorWire ? wire.pass(body, shown) : undefined) ??
      wire.write(operation.decode(body, call), shown);
    return transports.collect(attempt, operation.encode(call), vendor, ({ body }) => read(body));
  };
}
