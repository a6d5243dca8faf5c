/** The JSON of a successful answer. */
export interface SuccessEnvelope<Data, Meta = Readonly<Record<string, unknown>>> {
  success: true;
  message: string;
  data: Data;
  meta?: Meta;
  /** ISO 8601 in UTC. */
  timestamp: string;
}

/** Wraps an answer's data as every endpoint returns it. */
export function successResponse<Data, Meta = Readonly<Record<string, unknown>>>(
  data: Data,
  message = 'OK',
  meta?: Meta,
): SuccessEnvelope<Data, Meta> {
  return { success: true, message, data, ...(meta !== undefined && { meta }), timestamp: new Date().toISOString() };
}
