import { ApiError, errorCatalogue, errorCodes, type ErrorCode } from '@showrunner/errors';
import { isObject, parseJson } from './guards.ts';

/** The server's error as it was thrown there; what is no envelope (a proxy's page) becomes the nearest one. */
export async function errorFromResponse(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  const requestId = response.headers.get('x-request-id') ?? undefined;
  return (
    errorFromEnvelope(parseJson(text), requestId) ??
    new ApiError(codeForStatus(response.status), {
      message: `The server answered with status ${response.status} and no error envelope.`,
      details: { body: text.slice(0, 200) },
      status: response.status,
      requestId,
    })
  );
}

/** Undefined for what is no error envelope. A code that this version does not know becomes the nearest by its status. */
export function errorFromEnvelope(envelope: unknown, requestId?: string): ApiError | undefined {
  const error = isObject(envelope) ? envelope.error : undefined;
  if (!isObject(error) || typeof error.code !== 'string') return undefined;
  const { code, message, statusCode, details } = error;
  const status = typeof statusCode === 'number' ? statusCode : 500;
  const about = isObject(details) ? details : {};
  return new ApiError(errorCodes.find((known) => known === code) ?? codeForStatus(status), {
    message: typeof message === 'string' ? message : undefined,
    details: about,
    status,
    requestId,
    ...(typeof about.retryable === 'boolean' ? { isRetryable: about.retryable } : {}),
  });
}

function codeForStatus(status: number): ErrorCode {
  return (
    errorCodes.find((code) => errorCatalogue[code].status === status) ??
    (status < 500 ? 'BAD_REQUEST' : 'SERVICE_UNAVAILABLE')
  );
}
