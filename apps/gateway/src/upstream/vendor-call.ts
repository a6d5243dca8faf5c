import type { IncomingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { contentDecoder } from './content-decoder.ts';
import { redirectPath } from './redirect.ts';
import { UpstreamError, type ResponseHandler, type UpstreamCall, type UpstreamRequest } from './upstream.ts';
import type { UpstreamAddress } from './upstreams.ts';

/**
 * A request whose handler gets the answer as it is meant: behind a redirect within the origin, which is followed once,
 * and with its content decoded, although none was asked for.
 */
export class VendorCall implements UpstreamCall, ResponseHandler {
  readonly #address: UpstreamAddress;
  readonly #request: Omit<UpstreamRequest, 'path'>;
  readonly #handler: ResponseHandler;
  #call: UpstreamCall;
  #redirect: string | undefined;
  #isRedirected = false;
  /** With what an answer that pointed elsewhere was given up, which may be told later. */
  #left: UpstreamError | undefined;
  #decoder: Duplex | undefined;
  #isOver = false;

  constructor(address: UpstreamAddress, request: Omit<UpstreamRequest, 'path'>, handler: ResponseHandler) {
    this.#address = address;
    this.#request = request;
    this.#handler = handler;
    this.#call = this.#send(address.path);
  }

  abort(reason: Error): void {
    this.#call.abort(reason);
    // The connection is done with an answer that is still being decoded.
    if (this.#decoder) this.onError(reason);
  }

  pause(): void {
    this.#decoder?.pause();
    this.#call.pause();
  }

  resume(): void {
    this.#decoder?.resume();
    this.#call.resume();
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    if (status >= 300 && headers.location !== undefined) {
      this.#redirect = redirectPath(status, headers.location, this.#address, this.#isRedirected);
      // Where the end of its body did not come with its head, nobody waits for what nobody reads.
      queueMicrotask(() => this.#leave());
      return;
    }
    this.#decoder = contentDecoder(headers['content-encoding']);
    if (this.#decoder) this.#listen(this.#decoder);
    this.#handler.onHead(status, headers);
  }

  onData(bytes: Buffer): void {
    if (this.#redirect !== undefined) return;
    if (this.#decoder) this.#decoder.write(bytes);
    else this.#handler.onData(bytes);
  }

  onEnd(): void {
    if (this.#redirect !== undefined) this.#follow(this.#redirect);
    else if (this.#decoder) this.#decoder.end();
    else this.#handler.onEnd();
  }

  onError(error: unknown): void {
    if (this.#isOver || (error !== undefined && error === this.#left)) return;
    this.#isOver = true;
    this.#decoder?.destroy();
    this.#handler.onError(error);
  }

  #send(path: string): UpstreamCall {
    return this.#address.upstream.send({ ...this.#request, path }, this);
  }

  #follow(path: string): void {
    this.#redirect = undefined;
    this.#isRedirected = true;
    this.#call = this.#send(path);
  }

  /** Goes on at once, without the rest of the answer that points there. */
  #leave(): void {
    if (this.#redirect === undefined || this.#isOver) return;
    this.#left = new UpstreamError('REDIRECTED', 'The answer points elsewhere');
    this.#call.abort(this.#left);
    this.#follow(this.#redirect);
  }

  #listen(decoder: Duplex): void {
    decoder
      .on('data', (bytes: Buffer) => this.#handler.onData(bytes))
      .on('error', () => this.#undecodable())
      .on('end', () => this.#finish());
  }

  #undecodable(): void {
    const failure = new UpstreamError('UNDECODABLE', 'The answer cannot be read: it is not encoded as it says');
    this.#call.abort(failure);
    this.onError(failure);
  }

  #finish(): void {
    if (this.#isOver) return;
    try {
      this.#handler.onEnd();
    } catch (error) {
      this.onError(error);
    }
    this.#isOver = true;
  }
}
