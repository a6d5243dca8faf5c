import type { Caller } from './caller.ts';

/** Who asks, or why that is not known. */
export type Identity =
  | { readonly kind: 'known'; readonly caller: Caller }
  | { readonly kind: 'no_key' }
  /** There is a header for one, in which none can be read. */
  | { readonly kind: 'unreadable_key' }
  | { readonly kind: 'unknown_key' }
  /** It was one; that is not told of a key that nobody holds. */
  | { readonly kind: 'expired_key' }
  /** More than one, of which none can be chosen. */
  | { readonly kind: 'several_keys' }
  /** A browser sent it for another site's page, to a server that lets everybody on its machine in. */
  | { readonly kind: 'foreign_page' };

export const NO_KEY: Identity = { kind: 'no_key' };
export const UNREADABLE_KEY: Identity = { kind: 'unreadable_key' };
export const UNKNOWN_KEY: Identity = { kind: 'unknown_key' };
export const EXPIRED_KEY: Identity = { kind: 'expired_key' };
export const SEVERAL_KEYS: Identity = { kind: 'several_keys' };
export const FOREIGN_PAGE: Identity = { kind: 'foreign_page' };
