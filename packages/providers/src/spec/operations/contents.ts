import type { ProviderCall } from '../call.ts';
import type { NativeOperation } from '../native-operation.ts';

/**
 * Gemini's `generateContent` as callers send it (ai.google.dev/api/generate-content, v1beta, read 2026-11), for vendors
 * that speak that wire themselves. The model stands in the address and not in the body. Members are in camel case, as
 * Google documents them; only those that this gateway looks at are typed.
 */
export interface ContentsRequest {
  model: string;
  contents: Content[];
  systemInstruction?: Content;
  tools?: Record<string, unknown>[];
  toolConfig?: Record<string, unknown>;
  generationConfig?: Record<string, unknown>;
  /** Whether the answer is to be streamed, which the address says as well. */
  stream?: boolean;
  [member: string]: unknown;
}

/** One turn. A part says by its members what it is: `text`, `inlineData`, `functionCall`, … */
export interface Content {
  /** `user`, `model`, or of older clients `function`. */
  role?: string;
  parts?: Record<string, unknown>[];
  [member: string]: unknown;
}

export type ContentsCall = ProviderCall<ContentsRequest>;

/** A vendor that speaks the wire. */
export type HttpContents = NativeOperation<ContentsCall>;

/** Contents, as each way to reach a vendor makes them; no model that runs here speaks them. */
export interface ContentsOperation {
  http: HttpContents;
  embedded: never;
}
