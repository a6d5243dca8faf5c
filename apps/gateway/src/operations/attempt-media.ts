import type { ModelPrice } from '@showrunner/models';
import type { HttpProviderAdapter } from '@showrunner/providers';
import type { Answer } from '../exchange/answer/answer.ts';
import type { Attempt } from '../exchange/attempt.ts';
import type { Deployment } from '../exchange/deployment/deployment.ts';
import type { ModelRequest } from '../exchange/asked/model-request.ts';
import type { OutgoingRequest, Transports } from '../exchange/transports.ts';
import type { MediaWire } from '../wires/media-wire.ts';

/** A request on its way to a vendor. */
export interface OutgoingMedia {
  readonly vendor: HttpProviderAdapter;
  readonly outgoing: OutgoingRequest;
  /** Makes OpenAI's answer of the vendor's, where that is another. */
  readonly inOpenAiForm?: ((body: Uint8Array) => object) | undefined;
}

/** A kind of call whose answer is passed on as it comes, as attempts of it are made. */
export interface MediaKind<Request extends ModelRequest> {
  /** What is sent to whom. Throws a `ProviderError` with status 400 where the vendor cannot do it. */
  readonly encode: (attempt: Attempt, request: Request) => OutgoingMedia;
  /** Whether the answer comes in pieces. */
  readonly comesInPieces: (request: Request) => boolean;
  /** What a call costs, where that depends on what was asked for. */
  readonly priceOf?: (deployment: Deployment, request: Request) => ModelPrice | undefined;
}

/** Attempts at such a kind: calls one deployment once. Rejects with a `ProviderError`. */
export function attemptMedia<Request extends ModelRequest>({ encode, comesInPieces, priceOf }: MediaKind<Request>) {
  return async (
    attempt: Attempt,
    request: Request,
    wire: MediaWire<Request>,
    transports: Transports,
  ): Promise<Answer> => {
    const { deployment } = attempt;
    if (deployment.mockResponse !== undefined) return wire.mock(deployment.mockResponse, request);
    const { vendor, outgoing, inOpenAiForm } = encode(attempt, request);
    const view = { request, price: priceOf?.(deployment, request) };
    if (comesInPieces(request) && !inOpenAiForm) {
      return transports.openStream(attempt, outgoing, vendor, wire.passStream(vendor, view));
    }
    return transports.collect(attempt, outgoing, vendor, (answer) => {
      const body = inOpenAiForm ? Buffer.from(JSON.stringify(inOpenAiForm(answer.body))) : answer.body;
      return wire.pass({ ...answer, body }, vendor, view);
    });
  };
}
