import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type { VendorRequest } from '../spec/call.ts';

/** Whose signature it is. */
export interface AwsIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Which service of AWS is asked, and where. */
export interface AwsService {
  readonly service: string;
  readonly region: string;
}

/** A request with AWS's signature over it (Signature Version 4), by AWS's own package, loaded when it is first needed. */
export async function signRequest<Request extends VendorRequest>(
  request: Request,
  credentials: AwsIdentity,
  { service, region }: AwsService,
): Promise<Request> {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  // S3 alone signs a path as it is sent (AWS, "Create a signed AWS API request", 2026-11).
  const uriEscapePath = service !== 's3';
  const signer = new SignatureV4({ service, region, credentials, sha256: Sha256, uriEscapePath });
  const { protocol, hostname, host, port, pathname, search } = new URL(request.url);
  const signed = await signer.sign({
    method: request.method,
    protocol,
    hostname,
    ...(port !== '' && { port: Number(port) }),
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    headers: { ...request.headers, host },
    body: request.body,
  });
  return { ...request, headers: signed.headers };
}

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or with a key its HMAC, by Node, as AWS's package wants it. */
class Sha256 {
  readonly #key: Buffer | undefined;
  #hash: Hash | Hmac;

  constructor(key?: Bytes) {
    this.#key = key === undefined ? undefined : asBuffer(key);
    this.#hash = this.#fresh();
  }

  update(bytes: Bytes): void {
    this.#hash.update(asBuffer(bytes));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    this.#hash = this.#fresh();
  }

  #fresh(): Hash | Hmac {
    return this.#key === undefined ? createHash('sha256') : createHmac('sha256', this.#key);
  }
}

function asBuffer(bytes: Bytes): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return ArrayBuffer.isView(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(bytes);
}
