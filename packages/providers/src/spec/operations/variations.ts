import type { ProviderCall } from '../call.ts';
import type { UploadOperation } from '../upload.ts';

/** OpenAI's variations of a picture (API reference, "Create image variation", 2026-11). Fields beside the files, those of several values as lists; what is not known passes through. */
export interface VariationsRequest {
  model: string;
  [member: string]: unknown;
}

export type VariationsCall = ProviderCall<VariationsRequest>;

/** Variations of a picture, as each way to reach a vendor makes them; no model that runs here makes any. */
export interface VariationsOperation {
  http: UploadOperation<VariationsCall>;
  embedded: never;
}
