/**
 * Takes out of JSON what differs from run to run and from case to case: generated ids, the time of day, the case's own
 * name and the upstream's port.
 */
export function plainValues(value: unknown, places: Places): unknown {
  if (typeof value === 'string') return plainText(value, places);
  if (typeof value === 'number') return isNow(value) ? '<now>' : value;
  if (Array.isArray(value)) return value.map((item) => plainValues(item, places));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [plainText(name, places), plainMember(name, member, places)]),
  );
}

/** Arguments of a tool are JSON inside a text, whose blanks mean nothing. */
function plainMember(name: string, member: unknown, places: Places): unknown {
  if (OF_EACH_CALL.has(name) && typeof member === 'string') return '<id>';
  if (name !== 'arguments' || typeof member !== 'string') return plainValues(member, places);
  try {
    return plainText(JSON.stringify(JSON.parse(member)), places);
  } catch {
    return plainText(member, places);
  }
}

/** What a service is told of one call, under names of each gateway's own; and its address. */
const OF_EACH_CALL = new Set(['litellm_call_id', 'litellm_trace_id', 'host']);

export interface Places {
  readonly caseId: string;
  readonly upstreamUrl: string;
}

/** As `plainValues`, for one text. */
export function plainText(text: string, { caseId, upstreamUrl }: Places): string {
  // Ids come before the case's name, of four letters and digits that one may have among its own.
  return text
    .replaceAll(upstreamUrl, 'UPSTREAM')
    .replaceAll(UUID, '<uuid>')
    .replaceAll(caseId, 'CASE')
    .replaceAll(GENERATED, '$1<id>')
    .replaceAll(DIGEST, '<digest>')
    .replaceAll(ISO_TIME, '<time>');
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const GENERATED =
  /\b((?:chatcmpl|cmpl|msg|resp|call|toolu|rs|fc|gen|file|batch|req|tooluse)[-_])(?=[\w=-]*\d)[\w=-]{12,}/g;
const DIGEST = /\b[0-9a-f]{32,64}\b/g;
const ISO_TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g;

/** Seconds since 1970 that lie within a day of now. */
function isNow(value: number): boolean {
  return Math.abs(value - Date.now() / 1000) < 86_400;
}
