import type { FastifyReply } from 'fastify';

/** For answers that hold a secret (RFC 9111, 5.2.2.5). */
export function keepFromCaches(reply: FastifyReply): void {
  void reply.header('cache-control', 'no-store');
}
