import type { ErrorCode, StatusReason } from '@showrunner/errors';
import type { z } from 'zod';

/** One way into an API, as data: servers, the API reference, the SDK and the command line are made from it. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With OpenAPI's braces: `/jobs/{id}`. A member that takes slashes, `{+id}` (RFC 6570, 3.2.3), stands last. */
  readonly path: string;
  /** Other paths to the same, with the same members. The API reference leaves them out. */
  readonly aliases?: readonly string[];
  /** Under which the API reference lists it. */
  readonly tag: string;
  /** One line, without a full stop: `Read one job and its result`. */
  readonly summary: string;
  readonly description?: string;
  /** What a key needs: `jobs:read`. Null where nobody is asked for one. */
  readonly scope: string | null;
  /** Of the path's members that name one of a list: the list. A server answers others with 404. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly query?: z.ZodObject;
  readonly body?: RouteBody;
  readonly answer: RouteAnswer;
  /** Whether it takes an `Idempotency-Key`, with which it is carried out once however often it comes. */
  readonly once?: true;
  /** What this route answers with beside what every request may be answered with. */
  readonly errors: readonly RouteError[];
  /** The form of its errors, where that is not the one of the whole API. */
  readonly errorForm?: ErrorForm;
  /** The SDK's method, by the object it stands in: `jobs.list`. Without it the SDK has none. */
  readonly sdk?: string;
}

/** An error by its code, or by the reason that tells a status apart which is no code's own: `conflict` is 409. */
export type RouteError = ErrorCode | StatusReason;

/** A form of errors, as JSON. */
export interface ErrorForm {
  /** The component's name in the API reference. */
  readonly name: string;
  readonly schema: z.ZodType;
}

export interface RouteBody {
  /** The component's name in the API reference. */
  readonly name: string;
  /** Objects whose members make up the body; where two have one of the same name, the first one's counts. */
  readonly schemas: readonly z.ZodType[];
  readonly example: Readonly<Record<string, unknown>>;
}

export type RouteAnswer = EnvelopeAnswer | FileAnswer | JsonAnswer | TextAnswer | NothingAnswer;

/** `data` in the API's success envelope. */
export interface EnvelopeAnswer {
  readonly kind: 'envelope';
  /** The component's name in the API reference. */
  readonly name: string;
  readonly data: z.ZodType;
  /** What is said beside `data`; nothing where absent. */
  readonly meta?: z.ZodType;
  /** The status where it is done; 200 where absent. */
  readonly status?: 201 | 202;
  /** What stands in `data` where the work is accepted and not done yet: 202. */
  readonly accepted?: { readonly name: string; readonly data: z.ZodType };
  /** The events it also comes as, when server-sent ones are asked for, in words. */
  readonly events?: string;
}

/** A file to download; where JSON is accepted, `data` about it in the success envelope, which the SDK asks for. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly name: string;
  readonly data: z.ZodType;
  readonly meta: z.ZodType;
  /** Those that the file may have. */
  readonly mediaTypes: readonly string[];
}

/** JSON as it stands in the schema, without an envelope. */
export interface JsonAnswer {
  readonly kind: 'json';
  readonly name: string;
  readonly schema: z.ZodType;
  /** The events it also comes as, when they are asked for, in words. */
  readonly events?: string;
}

/** 204: it is done, and there is nothing to tell of it. */
export interface NothingAnswer {
  readonly kind: 'nothing';
}

export interface TextAnswer {
  readonly kind: 'text';
  readonly mediaType: string;
  /** When there is nothing to send, which is 204; absent where there always is something. */
  readonly orNothing?: string;
}

/**
 * Routes by their operation id: camelCase, unique in an API.
 *
 * @example
 * const jobRoutes = {
 *   getJob: { method: 'get', path: '/jobs/{id}', scope: 'jobs:read', … },
 * } as const satisfies RouteTable;
 */
export type RouteTable = Readonly<Record<string, Route>>;
