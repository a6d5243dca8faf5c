/**
 * Whether a caller wants the envelope rather than a file: where `Accept` names JSON, unless it prefers the file's own
 * type (RFC 9110, section 12.5.1). A range such as star/star asks for the file.
 */
export function acceptsEnvelope(accept: string | undefined, mediaType: string): boolean {
  const own = mediaType.split(';', 1)[0] ?? '';
  const json = qualityOf(accept, 'application/json');
  return json > 0 && (own === 'application/json' || json >= qualityOf(accept, own));
}

/** Whether a caller wants events rather than one answer: where `Accept` names them, unless it prefers JSON. */
export function acceptsEvents(accept = ''): boolean {
  if (!/event-stream/i.test(accept)) return false;
  const events = qualityOf(accept, 'text/event-stream');
  return events > 0 && events >= qualityOf(accept, 'application/json');
}

/** How much a type is wanted by its name, 0 to 1; 0 where it is not named. */
function qualityOf(accept = '', type: string): number {
  const named = accept.split(',').map((range) => range.split(';').map((part) => part.trim().toLowerCase()));
  const parameters = named.find(([name]) => name === type)?.slice(1);
  if (parameters === undefined) return 0;
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return quality === undefined ? 1 : Number(quality) || 0;
}
