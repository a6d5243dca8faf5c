import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { objectOf } from '../../json-members.ts';

/** What tells who calls, and whose things are meant. */
const CALLER_HEADERS = ['authorization', 'x-api-key', 'x-request-id'] as const;

/** `fetch` that asks this server itself, in this process, as the caller of a request. */
export function fetchWithin(app: FastifyInstance, { headers, query }: FastifyRequest): typeof globalThis.fetch {
  const asCaller = Object.fromEntries(
    CALLER_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
  const workspace = objectOf(query)?.workspace;
  return async (input, init = {}) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (typeof workspace === 'string') address.searchParams.set('workspace', workspace);
    const answered = await app.inject({
      method: methodOf(init.method),
      url: address.pathname + address.search,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...asCaller },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
      ...(init.signal ? { signal: init.signal } : {}),
      payloadAsStream: true,
    });
    return asWebResponse(answered.statusCode, answered.headers, answered.stream(), init.signal);
  };
}

/** Those by which the SDK asks. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

function methodOf(name: string | undefined): (typeof METHODS)[number] {
  return METHODS.find((method) => method === name) ?? 'GET';
}

function asWebResponse(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  stream: Readable,
  signal: AbortSignal | null | undefined,
): Response {
  const given = Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]);
  signal?.addEventListener('abort', () => stream.destroy(), { once: true });
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : (Readable.toWeb(stream) as ReadableStream), { status, headers: given });
}
