import type { IncomingHttpHeaders } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { AnswerReceiver } from '../../exchange/transports.ts';
import type { Keeper } from '../at-vendors/keeper.ts';
import { readingOf, type ContentQuestion, type VendorDesk } from '../at-vendors/vendor-desk.ts';
import { answerLines } from './answer-lines.ts';

/** An error of a vendor's is read no further than this. */
const MOST_ERROR_BYTES = 64 * 1024;

/** Sends a file on while it comes, no faster than the client takes it. Rejects with what the vendor says against it. */
export async function sendContent(
  desk: VendorDesk,
  keeper: Keeper,
  question: ContentQuestion,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const answerOf = readingOf(keeper, question.fileId)?.answerOf;
  const content = new FileContent(reply, answerOf !== undefined);
  void content.carriedBy(desk.stream(keeper, question, reply, content), keeper);
  await content.begun;
  return reply.send(answerOf ? Readable.from(answerLines(content.body, answerOf)) : content.body);
}

/** A file on its way to the client, or why the vendor does not give it. */
class FileContent implements AnswerReceiver {
  readonly body = new PassThrough();
  readonly #reply: FastifyReply;
  readonly #begun = Promise.withResolvers<void>();
  #refusal: { readonly status: number; readonly headers: IncomingHttpHeaders } | undefined;
  #error = Buffer.alloc(0);

  readonly #isRewritten: boolean;

  /** @param isRewritten whether it reaches the client otherwise than it comes */
  constructor(reply: FastifyReply, isRewritten: boolean) {
    this.#reply = reply;
    this.#isRewritten = isRewritten;
    // Until somebody reads it, nobody hears of its errors.
    this.body.on('error', () => {});
  }

  /** When its head is there. Rejects where the vendor refuses it, or cannot be asked. */
  get begun(): Promise<void> {
    return this.#begun.promise;
  }

  begin(status: number, headers: IncomingHttpHeaders): void {
    if (status >= 300) {
      this.#refusal = { status, headers };
      return;
    }
    const { 'content-disposition': name, 'content-length': length, 'content-encoding': coding } = headers;
    this.#reply.header('content-type', headers['content-type'] ?? 'application/octet-stream');
    if (name !== undefined) this.#reply.header('content-disposition', name);
    if (length !== undefined && coding === undefined && !this.#isRewritten)
      this.#reply.header('content-length', length);
    this.#begun.resolve();
  }

  write(bytes: Buffer): boolean {
    if (!this.#refusal) return this.body.write(bytes);
    if (this.#error.length < MOST_ERROR_BYTES) this.#error = Buffer.concat([this.#error, bytes]);
    return true;
  }

  onDrain(listener: () => void): void {
    this.body.on('drain', listener);
  }

  /** Ends as the answer ends; what breaks is cut off, so that nobody takes it for whole. */
  async carriedBy(answer: Promise<void>, { vendor }: Keeper): Promise<void> {
    try {
      await answer;
      if (this.#refusal) throw vendor.decodeError(this.#refusal.status, this.#refusal.headers, this.#error);
      this.body.end();
    } catch (reason) {
      this.#begun.reject(reason);
      this.body.destroy(reason instanceof Error ? reason : new Error(String(reason)));
    }
  }
}
