import { ApiError } from './api-error.ts';
import { fromHttpError } from './foreign/http-error.ts';
import { fromSchemaValidation } from './foreign/schema-validation.ts';
import { fromZodError } from './foreign/zod-error.ts';

export interface ConversionOptions {
  /**
   * Whether an unexpected error's own message and stack stay hidden. By default they show only where `NODE_ENV` is
   * `development` or `test`, so that a server whose operator forgot to set it gives nothing away.
   */
  readonly production?: boolean | undefined;
  /** How many bytes a body may have where the error does not say it: Fastify's does not. */
  readonly bodyLimit?: number | undefined;
}

/**
 * Converts whatever was thrown, once, at the border that caught it. Errors that are the caller's doing (unreadable
 * bodies, failed schemas, HTTP errors of Express and Fastify) keep their meaning; the rest is `INTERNAL_ERROR`.
 */
export function toApiError(thrown: unknown, options: ConversionOptions = {}): ApiError {
  if (ApiError.isInstance(thrown)) return thrown;
  return (
    fromZodError(thrown) ??
    fromSchemaValidation(thrown) ??
    fromHttpError(thrown, options.bodyLimit) ??
    fromTimeout(thrown) ??
    unexpected(thrown, options.production ?? isProduction())
  );
}

/** `AbortSignal.timeout` and everything that passes its reason on. */
function fromTimeout(thrown: unknown): ApiError | undefined {
  if (!(thrown instanceof Error) || thrown.name !== 'TimeoutError') return undefined;
  return new ApiError('GATEWAY_TIMEOUT', { cause: thrown });
}

function unexpected(thrown: unknown, isHidden: boolean): ApiError {
  if (isHidden) return new ApiError('INTERNAL_ERROR', { cause: thrown });
  const error = thrown instanceof Error ? thrown : new Error(describe(thrown));
  return new ApiError('INTERNAL_ERROR', {
    message: error.message || error.name,
    details: { name: error.name, stack: error.stack?.split('\n').map((line) => line.trim()) },
    cause: thrown,
  });
}

function describe(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : `Something that is no error was thrown (${typeof thrown}).`;
}

/** Read through `globalThis`, because the package also runs where there is no `process`. */
function isProduction(): boolean {
  const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
  return !['development', 'test'].includes(environment?.NODE_ENV ?? '');
}
