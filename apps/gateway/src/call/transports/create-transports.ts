import type { HttpProviderAdapter } from '@showrunner/providers';
import type { StreamAnswer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { OutgoingRequest, Transports } from '../../exchange/transports.ts';
import type { Upstreams } from '../../upstream/upstreams.ts';
import { collectResponse, type CollectingLimits } from './http/collect-response.ts';
import { openStream } from './http/open-stream.ts';
import { passThrough } from './http/pass-through.ts';
import { UnframedRelay } from './http/unframed-relay.ts';
import { openChunks } from './in-process/open-chunks.ts';
import { runWithinLimit } from './in-process/run-within-limit.ts';

/** The ways to who answers: over the connections of `upstreams`, and in this process. */
export function createTransports(upstreams: Upstreams): Transports {
  return {
    collect: (attempt, asked, vendor, read) => {
      const request = traced(attempt, asked);
      const send = (sent: OutgoingRequest): ReturnType<typeof collectResponse<ReturnType<typeof read>>> =>
        collectResponse(limitsOf(attempt), upstreams.addressOf(sent.url), sent, {
          vendor,
          read,
          onHead: (headers) => (attempt.vendorHeaders = headers),
        });
      return vendor.authorise ? authorised(attempt, request, vendor.authorise).then(send) : send(request);
    },
    ask: (lifetime, request, vendor, read) =>
      collectResponse(
        { lifetime, limitSeconds: undefined },
        upstreams.addressOf(request.url, { isAskedOften: false }),
        request,
        { vendor, read },
      ),
    openStream: (attempt, asked, vendor, relay) => {
      const request = traced(attempt, asked);
      const send = (sent: OutgoingRequest): Promise<StreamAnswer> => {
        const source = { vendor, relay: vendor.unframe ? new UnframedRelay(vendor.unframe(), relay) : relay };
        return openStream(attempt, upstreams.addressOf(sent.url), sent, source);
      };
      return vendor.authorise ? authorised(attempt, request, vendor.authorise).then(send) : send(request);
    },
    pass: async (attempt, asked, vendor, receiver) => {
      const request = traced(attempt, asked);
      const sent = vendor.authorise ? await authorised(attempt, request, vendor.authorise) : request;
      const { limitSeconds, idleSeconds, exchange } = attempt;
      const limits = { lifetime: exchange.lifetime, limitSeconds, idleSeconds, vendor: vendor.name };
      return passThrough(limits, upstreams.addressOf(sent.url, { isAskedOften: false }), sent, receiver);
    },
    stream: (lifetime, request, vendor, receiver) => {
      const limits = { lifetime, limitSeconds: undefined, idleSeconds: lifetime.seconds, vendor: vendor.name };
      return passThrough(limits, upstreams.addressOf(request.url, { isAskedOften: false }), request, receiver);
    },
    run: (attempt, work) => runWithinLimit(attempt, ({ signal }) => work(signal)),
    openChunks,
  };
}

/** With the trace that the call is a part of, where vendors are told. */
function traced(attempt: Attempt, request: OutgoingRequest): OutgoingRequest {
  const told = attempt.exchange.trace?.headersFor(attempt);
  return told === undefined ? request : { ...request, headers: { ...request.headers, ...told } };
}

/** The request with the proof of who calls; the end of the exchange ends the wait for it. */
function authorised(
  { exchange, deployment }: Attempt,
  { body, ...request }: OutgoingRequest,
  authorise: NonNullable<HttpProviderAdapter['authorise']>,
): Promise<OutgoingRequest> {
  const { vendorModel, settings } = deployment;
  // A signature is over the whole; to vendors that want one no body goes in pieces.
  const whole = typeof body === 'string' ? body : '';
  const authorisation = authorise({ ...request, body: whole }, { model: vendorModel, settings });
  return exchange.lifetime.during(authorisation.then((proved) => ({ ...proved, body })));
}

function limitsOf({ exchange, limitSeconds }: Attempt): CollectingLimits {
  return { lifetime: exchange.lifetime, limitSeconds };
}
