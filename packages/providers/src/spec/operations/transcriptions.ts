import type { ProviderCall } from '../call.ts';
import type { UploadOperation } from '../upload.ts';

/** OpenAI's text of speech (API reference, "Create transcription", 2026-11). Fields beside the files, those of several values as lists; what is not known passes through. */
export interface TranscriptionsRequest {
  model: string;
  [member: string]: unknown;
}

export type TranscriptionsCall = ProviderCall<TranscriptionsRequest>;

/** Text of speech, as each way to reach a vendor makes it; no model that runs here listens. */
export interface TranscriptionsOperation {
  http: UploadOperation<TranscriptionsCall>;
  embedded: never;
}
