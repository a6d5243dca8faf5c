import type { Caller } from '@showrunner/access';
import type { FastifyRequest } from 'fastify';
import { keyedRequest, type KeyedRequest } from '../../idempotency/keyed-request.ts';
import { readIdempotencyKey } from '../../idempotency/read-idempotency-key.ts';
import type { JsonMembers } from '../../json-members.ts';

/** What a request with an `Idempotency-Key` is told from others by; undefined where it has none. */
export function keyedRequestOf(
  { request, caller }: { readonly request: FastifyRequest; readonly caller: Caller },
  body: JsonMembers,
): KeyedRequest | undefined {
  const key = readIdempotencyKey(request.raw);
  if (key === undefined) return undefined;
  const [spelt = ''] = request.url.split('?', 1);
  // Clients and proxies may encode what need not be. Fastify has decoded it to find the route: it can be.
  const path = decodeURIComponent(spelt);
  return keyedRequest({ workspace: caller.workspace, path, key, body });
}
