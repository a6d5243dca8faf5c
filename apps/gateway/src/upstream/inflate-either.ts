import { Transform, type TransformCallback } from 'node:stream';
import { createInflate, createInflateRaw, type Inflate, type InflateRaw } from 'node:zlib';

/** What zlib's header says of its method, in the low bits of its first byte (RFC 1950, 2.2). */
const METHOD_BITS = 0x0f;
const DEFLATE_METHOD = 8;

/**
 * Undoes `deflate`, with zlib's envelope as the standard has it (RFC 9110, 8.4.1.2) and without, as some servers send it
 * and every browser reads it.
 */
export class InflateEither extends Transform {
  #inner: Inflate | InflateRaw | undefined;

  override _transform(bytes: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#inner ??= this.#open(bytes);
    if (this.#inner.write(bytes)) done();
    else this.#inner.once('drain', done);
  }

  override _read(size: number): void {
    this.#inner?.resume();
    super._read(size);
  }

  override _flush(done: TransformCallback): void {
    if (!this.#inner) {
      done(new Error('there is nothing to inflate'));
      return;
    }
    this.#inner.once('end', done);
    this.#inner.end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#inner?.destroy();
    done(error);
  }

  #open(first: Buffer): Inflate | InflateRaw {
    const isWrapped = ((first[0] ?? 0) & METHOD_BITS) === DEFLATE_METHOD;
    const inner = isWrapped ? createInflate() : createInflateRaw();
    inner.on('data', (bytes: Buffer) => {
      if (!this.push(bytes)) inner.pause();
    });
    inner.on('error', (error) => this.destroy(error));
    return inner;
  }
}
