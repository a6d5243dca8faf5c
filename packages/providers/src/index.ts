export { providers } from './registry.generated.ts';
export { findProvider, resolveModel, type ModelResolution } from './resolve-model.ts';
export type * from './spec/adapter.ts';
export type * from './spec/chat.ts';
export type * from './spec/model-facts.ts';
export { ProviderError, type ProviderErrorKind, type ProviderErrorOptions } from './spec/provider-error.ts';
