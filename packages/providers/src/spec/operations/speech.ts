import type { ProviderCall } from '../call.ts';
import type { PassedOperation } from '../upload.ts';

/** OpenAI's speech (API reference, "Create speech", 2026-11); members that are not known pass through. */
export interface SpeechRequest {
  model: string;
  /** What is to be said. */
  input: string;
  /** A name of the vendor's, or an object that names one. */
  voice: string | { id: string };
  response_format?: string;
  [member: string]: unknown;
}

export type SpeechCall = ProviderCall<SpeechRequest>;

/** Speech, as each way to reach a vendor makes it; no model that runs here speaks. */
export interface SpeechOperation {
  http: PassedOperation<SpeechCall>;
  embedded: never;
}
