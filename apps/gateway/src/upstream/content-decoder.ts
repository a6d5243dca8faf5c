import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { UpstreamError } from './upstream.ts';

/** The registered codings (RFC 9110, 8.4.1; RFC 8878). `x-gzip` is an old name of the first. */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/**
 * What undoes a `Content-Encoding`; nothing where there is none. The gateway asks for answers as they are, and proxies
 * on the way pack them all the same. Throws an `UpstreamError` for a coding that is not known.
 */
export function contentDecoder(encoding: string | undefined): Transform | undefined {
  const coding = (encoding ?? '').trim().toLowerCase();
  if (coding === '' || coding === 'identity') return undefined;
  const create = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (create) return create();
  throw new UpstreamError('MALFORMED_ANSWER', `The answer cannot be read: its content encoding is not known`);
}
