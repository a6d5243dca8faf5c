import { ApiError, errorCatalogue } from '@showrunner/errors';
import type { ErrorCode, ErrorEnvelope } from '@showrunner/errors';

/** The server's error as it was thrown there; what is no envelope (a proxy's page) becomes the nearest one. */
export async function errorFromResponse(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => '');
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const envelope = readEnvelope(text);
  if (envelope) return errorFromEnvelope(envelope, requestId);
  return new ApiError(codeForStatus(response.status), {
    message: `The server answered with status ${response.status} and no error envelope.`,
    details: { body: text.slice(0, 200) },
    status: response.status,
    requestId,
  });
}

export function errorFromEnvelope({ error }: ErrorEnvelope, requestId?: string): ApiError {
  const { code, message, statusCode, details } = error;
  const known = Object.hasOwn(errorCatalogue, code) ? code : codeForStatus(statusCode);
  const retryable = details?.['retryable'];
  return new ApiError(known, {
    message,
    details,
    status: statusCode,
    requestId,
    ...(typeof retryable === 'boolean' ? { isRetryable: retryable } : {}),
  });
}

function readEnvelope(text: string): ErrorEnvelope | undefined {
  try {
    const parsed = JSON.parse(text) as Partial<ErrorEnvelope> | null;
    return typeof parsed?.error?.code === 'string' ? (parsed as ErrorEnvelope) : undefined;
  } catch {
    return undefined;
  }
}

function codeForStatus(status: number): ErrorCode {
  const entries = Object.entries(errorCatalogue) as [ErrorCode, { status: number }][];
  return (
    entries.find(([, definition]) => definition.status === status)?.[0] ??
    (status < 500 ? 'BAD_REQUEST' : 'SERVICE_UNAVAILABLE')
  );
}
