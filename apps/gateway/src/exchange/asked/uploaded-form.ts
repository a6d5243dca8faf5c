import type { FormField } from '@showrunner/providers';
import type { BodySource } from './body-source.ts';
import type { ModelRequest } from './model-request.ts';

/** What becomes of a form on its way to a vendor. */
export interface FormChanges {
  /** Fields in front of the caller's. */
  readonly fields: readonly FormField[];
  /** A field of the caller's as the vendor gets it; nothing where it is not sent. */
  readonly onward: (field: FormField) => FormField | undefined;
  /** Changes the bytes of a file as they pass; made anew for each. */
  readonly rewriteFile?: (() => FileRewriter) | undefined;
}

/** Changes a file piece by piece. */
export interface FileRewriter {
  push(bytes: Buffer): Buffer;
  /** What is left behind the last piece. */
  end(): Buffer;
}

/** A file of a form, on its own. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** Its bytes from the first on, each time. */
  open(): AsyncIterable<Buffer>;
}

/** A form with files that a caller sent, or still sends. */
export interface UploadedForm {
  /** The fields, as far as they are known. */
  readonly fields: readonly FormField[];
  /** Under which names files came, as far as they are known. */
  readonly fileNames: readonly string[];
  /** What its files and fields come to, as a digest; nothing where it is not there whole. */
  readonly digest: string | undefined;
  /** Whether all that came of it is still there, so that it can be sent again. */
  readonly isAtHand: boolean;
  /** The form for one vendor, with the media type that names its boundary. */
  outgoing(changes: FormChanges): { readonly contentType: string; readonly body: BodySource };
  /** Waits for all of it, and gives its first file; nothing where it has none. What does not fit into memory lies on the disk. */
  whole(): Promise<UploadedFile | undefined>;
}

/** A request that came as a form. */
export interface FormRequest extends ModelRequest {
  form: UploadedForm;
}
