import { successResponse } from '@showrunner/errors';
import type { Enveloped } from '@showrunner/service';
import type { FastifyReply } from 'fastify';
import type { KeptAnswer } from '../../idempotency/sealed-answer.ts';

/** What of an answer's head belongs to what it says; the rest is of the request that it answers. */
const KEPT_HEADERS = ['cache-control', 'etag', 'location', 'retry-after'] as const;

/** An answer with the head that was set for it, to be sent now and whenever it is asked for again. */
export function keptAnswer(
  { data, message, meta = {} }: Enveloped<unknown>,
  status: number,
  reply: FastifyReply,
): KeptAnswer {
  const body = JSON.stringify(successResponse(data, message, meta));
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  return { status, headers, body };
}

export function sendKept({ status, headers, body }: KeptAnswer, reply: FastifyReply): FastifyReply {
  return reply.code(status).headers(headers).type('application/json; charset=utf-8').send(body);
}

/** Says that what follows was answered before. */
export function saysReplayed(reply: FastifyReply): FastifyReply {
  return reply.header('idempotency-replayed', 'true');
}
