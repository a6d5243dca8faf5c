import { ProviderError, type ProviderErrorKind } from '../spec/error.ts';
import { GenerationError } from './child/generation-error.ts';
import type { FailureReason } from './child/messages.ts';
import { ModelCrashError, ModelLoadError } from './host/model-errors.ts';
import { RuntimeInstallError } from './install/runtime-install-error.ts';
import { identity } from './identity.ts';

/** Long enough for a new process to load the model, which takes about two seconds. */
const RETRY_AFTER_SECONDS = 3;

const reasons: Readonly<Record<FailureReason, { kind: ProviderErrorKind; status: number }>> = {
  context: { kind: 'context_window', status: 400 },
  format: { kind: 'invalid_request', status: 400 },
  aborted: { kind: 'aborted', status: 499 },
  fault: { kind: 'server', status: 500 },
};

/** Turns what went wrong here into what routing decides by; an abort and what is one already stay as they are. */
export function toProviderError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted && error === signal.reason) return error;
  if (error instanceof GenerationError) return providerError({ ...reasons[error.reason], error });
  if (error instanceof ModelCrashError || error instanceof RuntimeInstallError) return unavailable(error);
  if (error instanceof ModelLoadError) return providerError({ kind: 'server', status: 500, error });
  return error;
}

/** 503 with a time after which another try makes sense. */
export function unavailable(error: Error): ProviderError {
  return new ProviderError({
    kind: 'overloaded',
    message: `${identity.title}: ${error.message}`,
    provider: identity.name,
    status: 503,
    isRetryable: true,
    retryAfterSeconds: RETRY_AFTER_SECONDS,
    cause: error,
  });
}

function providerError({ kind, status, error }: { kind: ProviderErrorKind; status: number; error: Error }) {
  const message = `${identity.title}: ${error.message}`;
  return new ProviderError({ kind, message, provider: identity.name, status, isRetryable: false, cause: error });
}
