import type { JsonObject } from '../kit/json.ts';
import type { VendorRequest } from './call.ts';

/** A file that is about to be kept. */
export interface FileToKeep {
  readonly fileName: string;
  readonly mediaType: string;
  /** OpenAI's word for what it is for. */
  readonly purpose: string;
  /** In bytes, as it is sent. */
  readonly length: number;
  /** Of what is sent, in hexadecimal digits. */
  readonly sha256: string;
  /** Which model the first of its lines asks, by the vendor's own name; nothing where it is no file of lines. */
  readonly model: string | undefined;
}

/** A request of an errand. Where `sends` is given, the file is its body and not `body`: alone, or as the file of a form. */
export interface ShelfRequest extends VendorRequest {
  readonly sends?:
    | { readonly as: 'bytes' }
    | { readonly as: 'form'; readonly fields: Readonly<Record<string, string>> };
}

/** A vendor's 2xx answer. */
export interface ShelfAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** What is asked in one request or in several, each after the answer to the one before it; the result is in OpenAI's shape. */
export type Errand = Generator<ShelfRequest, JsonObject, ShelfAnswer>;

/** Where a file's bytes are read. */
export interface FileReading {
  readonly request: VendorRequest;
  /** A line of results as OpenAI's batches have it; a line that is none stays as it is. Nothing where the file is as it is. */
  readonly answerOf?: (line: JsonObject) => Promise<JsonObject> | JsonObject;
}
