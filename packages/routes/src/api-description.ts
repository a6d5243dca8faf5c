import type { ErrorCode } from '@showrunner/errors';
import type { z } from 'zod';

/** What an API's reference says beside its routes: whose it is, and the forms that all of its answers have. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly license: { readonly name: string; readonly identifier: string };
  /** Where the API is reached. */
  readonly serverUrl: string;
  /** OpenAPI's security schemes by name; a key is taken by any of them. */
  readonly security: Readonly<Record<string, object>>;
  /** What every address that needs a key may say beside its own query. */
  readonly queryOfKeys?: z.ZodObject;
  /** The success envelope around `data` and `meta`. */
  readonly envelope: (data: z.ZodType, meta: z.ZodType) => z.ZodObject;
  readonly errors: ErrorDescription;
}

export interface ErrorDescription {
  /** The forms an error is answered in, the component's name and its schema by media type. */
  readonly forms: Readonly<Record<string, { readonly name: string; readonly schema: z.ZodType }>>;
  /** What any request may be answered with. */
  readonly always: readonly ErrorCode[];
  /** What a request that needs a key may be answered with. */
  readonly ofKeys: readonly ErrorCode[];
}
