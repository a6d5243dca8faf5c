import type { ProviderCall } from '../call.ts';
import type { UploadOperation } from '../upload.ts';

/** OpenAI's English text of speech (API reference, "Create translation", 2026-11). Fields beside the files, those of several values as lists; what is not known passes through. */
export interface TranslationsRequest {
  model: string;
  [member: string]: unknown;
}

export type TranslationsCall = ProviderCall<TranslationsRequest>;

/** English text of speech, as each way to reach a vendor makes it; no model that runs here listens. */
export interface TranslationsOperation {
  http: UploadOperation<TranslationsCall>;
  embedded: never;
}
