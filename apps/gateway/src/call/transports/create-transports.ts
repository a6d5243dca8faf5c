import type { Attempt } from '../../exchange/attempt.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { Upstreams } from '../../upstream/upstreams.ts';
import { collectResponse, type CollectingLimits } from './http/collect-response.ts';
import { openStream } from './http/open-stream.ts';
import { openChunks } from './in-process/open-chunks.ts';
import { runWithinLimit } from './in-process/run-within-limit.ts';

/** The ways to who answers: over the connections of `upstreams`, and in this process. */
export function createTransports(upstreams: Upstreams): Transports {
  return {
    collect: (attempt, request, vendor, read) =>
      collectResponse(limitsOf(attempt), upstreams.addressOf(request.url), request, {
        vendor,
        read,
        onHead: (headers) => (attempt.vendorHeaders = headers),
      }),
    ask: (lifetime, request, vendor, read) =>
      collectResponse(
        { lifetime, limitSeconds: undefined },
        upstreams.addressOf(request.url, { isAskedOften: false }),
        request,
        { vendor, read },
      ),
    openStream: (attempt, request, vendor, relay) =>
      openStream(attempt, upstreams.addressOf(request.url), request, { vendor, relay }),
    run: (attempt, work) => runWithinLimit(attempt, ({ signal }) => work(signal)),
    openChunks,
  };
}

function limitsOf({ exchange, limitSeconds }: Attempt): CollectingLimits {
  return { lifetime: exchange.lifetime, limitSeconds };
}
