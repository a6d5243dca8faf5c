import { compose, type Duplex, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { InflateEither } from './inflate-either.ts';
import { UpstreamError } from './upstream.ts';

/** The registered codings (RFC 9110, 8.4.1; RFC 8878). `x-gzip` is an old name of the first. */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: () => new InflateEither(),
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Nothing was done; and what servers write here by mistake, the name of their character set among it. */
const NO_CODING: ReadonlySet<string> = new Set([
  '',
  'identity',
  'none',
  'utf-8',
  'utf8',
  'us-ascii',
  'iso-8859-1',
  'binary',
]);

/**
 * What undoes a `Content-Encoding`; nothing where there is none. The gateway asks for answers as they are, and proxies
 * on the way pack them all the same. Throws an `UpstreamError` for a coding that is not known.
 */
export function contentDecoder(encoding: string | undefined): Duplex | undefined {
  if (encoding === undefined) return undefined;
  // They stand in the order in which they were applied.
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .toReversed();
  const [first, ...others] = codings.filter((coding) => !NO_CODING.has(coding)).map(decoderOf);
  return first && others.reduce<Duplex>((outer, inner) => compose(outer, inner), first);
}

function decoderOf(coding: string): Transform {
  const create = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined;
  if (create) return create();
  throw new UpstreamError('UNDECODABLE', `The answer has a content encoding that is not known: ${shown(coding)}`);
}

/** What a vendor writes, as far as it can be a coding. */
function shown(coding: string): string {
  return coding.replaceAll(/[^\w.-]/g, '').slice(0, 40);
}
