export { EventStreamReader, EventTooLargeError } from './kit/event-stream.ts';
export { providers } from './registry.generated.ts';
export { findProvider, resolveModel, type ModelResolution } from './resolve-model.ts';
export type * from './spec/adapter.ts';
export type * from './spec/call.ts';
export { ProviderError, type ProviderErrorKind, type ProviderErrorOptions } from './spec/error.ts';
export { operationOf } from './spec/operation-of.ts';
export { operationKinds } from './spec/operations.generated.ts';
export type * from './spec/operations.generated.ts';
