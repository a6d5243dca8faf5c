import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Metrics } from './create-metrics.ts';

/** The body of an answer to a scrape, and its headers. */
export interface MetricsBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: Readable;
}

/**
 * All metrics as they are written while they are read, compressed for those who take that: labels repeat so much that a
 * page shrinks to a thirtieth.
 *
 * @param accepted `Accept-Encoding` of the request
 */
export function metricsBody(metrics: Metrics, accepted: string | undefined): MetricsBody {
  const headers = { 'content-type': metrics.contentType, vary: 'accept-encoding' };
  const page = Readable.from(metrics.page(), { highWaterMark: 1 });
  if (accepted === undefined || !TAKES_GZIP.test(accepted)) return { headers, stream: page };
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  page.on('error', (error) => gzip.destroy(error));
  gzip.on('close', () => page.destroy());
  return { headers: { ...headers, 'content-encoding': 'gzip' }, stream: page.pipe(gzip) };
}

/** Unless it is named to be refused (RFC 9110, 12.5.3). */
const TAKES_GZIP = /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i;
