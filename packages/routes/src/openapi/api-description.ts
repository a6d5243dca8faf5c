import type { z } from 'zod';
import type { ErrorForm, RouteError } from '../route.ts';

/** What an API's reference says beside its routes: whose it is, and the forms that all of its answers have. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly license: { readonly name: string; readonly identifier: string };
  /** Where the API is reached. */
  readonly serverUrl: string;
  /** What the routes of a tag are for, by its name. */
  readonly tags: Readonly<Record<string, string>>;
  /** OpenAPI's security schemes by name; a key is taken by any of them. */
  readonly security: Readonly<Record<string, object>>;
  /** What every address that needs a key may say beside its own query. */
  readonly queryOfKeys?: z.ZodObject;
  /** The success envelope around `data` and `meta`. */
  readonly envelope: (data: z.ZodType, meta: z.ZodType) => z.ZodObject;
  readonly errors: ErrorDescription;
  readonly examples?: ApiExamples;
}

export interface ErrorDescription {
  /** The forms an error is answered in, the component's name and its schema by media type. */
  readonly forms: Readonly<Record<string, ErrorForm>>;
  /** What any request may be answered with. */
  readonly always: readonly RouteError[];
  /** What a request that needs a key may be answered with. */
  readonly ofKeys: readonly RouteError[];
  /** What a request that has a body may be answered with. */
  readonly ofBodies: readonly RouteError[];
  /** What a status means, where callers know no codes of ours. */
  readonly words?: (status: number) => string;
}

/** What an API was once asked and answered, to be shown in its reference. */
export interface ApiExamples {
  /** By operation id. */
  readonly operations: Readonly<Record<string, OperationExample>>;
  /** By code, or by the reason of a status that is no code's own. */
  readonly errors: Readonly<Partial<Record<RouteError, ExampleContent>>>;
}

/** One request, and what it was answered with in each form that was asked for. */
export interface OperationExample {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** By status. */
  readonly answers: Readonly<Record<string, ExampleContent>>;
}

/** A body by its media type: JSON as its value, anything else as text. */
export type ExampleContent = Readonly<Record<string, unknown>>;
