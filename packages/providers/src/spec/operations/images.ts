import type { ProviderCall } from '../call.ts';
import type { PassedOperation } from '../upload.ts';

/** OpenAI's pictures out of words (API reference, "Create image", 2026-11); members that are not known pass through. */
export interface ImagesRequest {
  model: string;
  prompt: string;
  /** How many. */
  n?: number;
  /** `1024x1024`, or a word of the model's. */
  size?: string;
  quality?: string;
  /** Pictures come by and by, as events. */
  stream?: boolean;
  [member: string]: unknown;
}

export type ImagesCall = ProviderCall<ImagesRequest>;

/** Pictures out of words, as each way to reach a vendor makes them; no model that runs here makes any. */
export interface ImagesOperation {
  http: PassedOperation<ImagesCall>;
  embedded: never;
}
