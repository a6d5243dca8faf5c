import type { HttpOperation, ProviderCall } from '../call.ts';

/** OpenAI's moderations (API reference, "Moderations", 2026-11); members that are not known pass through. */
export interface ModerationsRequest {
  model: string;
  /** One text, several, or parts with text and pictures. */
  input: string | string[] | { type: string; [member: string]: unknown }[];
  [member: string]: unknown;
}

/** What the vendor thinks of each input, in the vendor's own categories. */
export interface ModerationsAnswer {
  id?: string;
  model: string;
  results: { flagged?: boolean; [member: string]: unknown }[];
  [member: string]: unknown;
}

export type ModerationsCall = ProviderCall<ModerationsRequest>;

export type HttpModerations = HttpOperation<ModerationsCall, ModerationsAnswer>;

/** Moderations, as each way to reach a vendor makes them; no model that runs here has any. */
export interface ModerationsOperation {
  http: HttpModerations;
  embedded: never;
}
