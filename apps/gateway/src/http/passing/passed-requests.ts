import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Gateway } from '../../serving/gateway.ts';
import { NodeReply } from '../answer/node-reply.ts';
import type { Reply } from '../answer/reply.ts';
import { findPassage } from './find-passage.ts';
import { servePassage } from './serve-passage.ts';

/** Requests that go through: those for which the gateway has no route of its own, and a passage. */
export class PassedRequests {
  readonly #gateway: Gateway;
  readonly #known = new WeakSet<IncomingMessage>();

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** Whether a request is one of them; its line in the log is the exchange's. */
  has(request: IncomingMessage): boolean {
    return this.#known.has(request);
  }

  /**
   * Takes a request from Fastify where there is a passage for it, and answers it from then on. Throws as `findPassage`.
   *
   * @param toReader makes of the plain reply what the client needs
   */
  serve({ raw, id }: FastifyRequest, reply: FastifyReply, toReader: (reply: Reply) => Reply): boolean {
    const passage = findPassage(this.#gateway.current.passages, raw.method ?? '', raw.url ?? '');
    if (!passage) return false;
    this.#known.add(raw);
    reply.hijack();
    void servePassage(this.#gateway, passage, { request: raw, requestId: id }, toReader(new NodeReply(reply.raw)));
    return true;
  }
}
