import type { HttpProviderAdapter, OperationKind, ProviderAdapter } from './adapter.ts';
import { ProviderError } from './error.ts';

/**
 * How a vendor makes calls of this kind. Throws `unsupported_operation`, status 400, where it makes none; another
 * deployment of the same group may.
 */
export function operationOf<Adapter extends ProviderAdapter, Kind extends OperationKind>(
  adapter: Adapter,
  kind: Kind,
): NonNullable<Adapter[Kind]> {
  const operation = adapter[kind];
  if (operation === undefined || operation === null) throw unsupportedOperation(adapter, kind);
  return operation;
}

/** A vendor over HTTP, and how it makes calls of a kind. */
export interface HttpOperationOf<Kind extends OperationKind> {
  readonly vendor: HttpProviderAdapter;
  readonly operation: NonNullable<HttpProviderAdapter[Kind]>;
}

/** The same of a kind that no model of this machine has: those throw as well. */
export function httpOperationOf<Kind extends OperationKind>(
  adapter: ProviderAdapter,
  kind: Kind,
): HttpOperationOf<Kind> {
  if (adapter.transport !== 'http') throw unsupportedOperation(adapter, kind);
  return { vendor: adapter, operation: operationOf(adapter, kind) };
}

function unsupportedOperation({ name, title }: ProviderAdapter, kind: OperationKind): ProviderError {
  return new ProviderError({
    kind: 'unsupported_operation',
    message: `${title} serves no calls of the kind "${kind}"; ask for a model of a vendor that does`,
    provider: name,
    status: 400,
    isRetryable: false,
    vendorType: 'invalid_request_error',
    vendorParam: 'model',
  });
}
