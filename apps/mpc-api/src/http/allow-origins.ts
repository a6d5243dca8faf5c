import type { FastifyInstance } from 'fastify';

/** What a page may send beside what every page may. */
const REQUEST_HEADERS = [
  'Authorization',
  'X-API-Key',
  'Content-Type',
  'Cache-Control',
  'Idempotency-Key',
  'If-Match',
  'Last-Event-ID',
  'Prefer',
  'X-Request-Id',
];

/** What a page may read of an answer's head; a browser shows a few others by itself. */
const ANSWER_HEADERS = [
  'Content-Disposition',
  'ETag',
  'Export-Checks',
  'Idempotency-Replayed',
  'Location',
  'Preference-Applied',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
];

/** How long a browser may remember; Chromium does for no longer than that. */
const REMEMBER_SECONDS = 7_200;

/**
 * Lets pages of the named origins read what they are answered (the Fetch standard's CORS protocol). They still need a
 * key: cookies are never let in, so that nobody acts in another's name.
 *
 * @param origins as browsers write them; `*` is everybody's
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const isEverybodys = origins.includes('*');
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    if (!isEverybodys) reply.header('vary', 'Origin');
    const { origin } = headers;
    if (origin === undefined || !(isEverybodys || origins.includes(origin))) return;
    reply.headers({
      'access-control-allow-origin': isEverybodys ? '*' : origin,
      'access-control-expose-headers': ANSWER_HEADERS.join(', '),
    });
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return;
    return reply.code(204).headers(PREFLIGHT).send();
  });
}

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE',
  'access-control-allow-headers': REQUEST_HEADERS.join(', '),
  'access-control-max-age': String(REMEMBER_SECONDS),
};
