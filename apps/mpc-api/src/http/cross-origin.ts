import { CrossOrigin } from '@showrunner/service';

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

/** What a page may read of an answer's head. */
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

/** Pages of these origins may call this server. Cookies are never let in, so that nobody acts in another's name. */
export function crossOriginOf(origins: readonly string[]): CrossOrigin {
  return new CrossOrigin({
    origins,
    requestHeaders: REQUEST_HEADERS,
    answerHeaders: ANSWER_HEADERS,
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
  });
}
