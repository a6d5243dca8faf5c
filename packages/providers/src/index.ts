export type * from './spec/adapter.ts';
export type * from './spec/chat.ts';
export { ProviderError, type ProviderErrorKind, type ProviderErrorOptions } from './spec/provider-error.ts';
