import type { ProviderCall } from '../call.ts';
import type { UploadOperation } from '../upload.ts';

/** OpenAI's changes of pictures (API reference, "Create image edit", 2026-11). Fields beside the files, those of several values as lists; what is not known passes through. */
export interface EditsRequest {
  model: string;
  [member: string]: unknown;
}

export type EditsCall = ProviderCall<EditsRequest>;

/** Changes of pictures, as each way to reach a vendor makes them; no model that runs here makes any. */
export interface EditsOperation {
  http: UploadOperation<EditsCall>;
  embedded: never;
}
