import type { HttpOperation, ProviderCall, VendorRequest } from '../call.ts';

/** What was said, called or thought, in either direction; a message may have no `type`. */
export interface ResponseItem {
  type?: string;
  id?: string;
  [member: string]: unknown;
}

/** OpenAI's responses (API reference, "Create a model response", 2026-11); members that are not known pass through. */
export interface ResponsesRequest {
  model: string;
  input?: string | ResponseItem[];
  instructions?: string | null;
  tools?: ResponseTool[];
  tool_choice?: string | { type: string; [member: string]: unknown };
  parallel_tool_calls?: boolean;
  text?: { format?: TextFormat | null; verbosity?: string | null };
  reasoning?: { effort?: string | null; summary?: string | null; [member: string]: unknown } | null;
  max_output_tokens?: number;
  temperature?: number;
  top_p?: number;
  top_logprobs?: number;
  previous_response_id?: string | null;
  store?: boolean | null;
  stream?: boolean;
  background?: boolean | null;
  include?: string[];
  truncation?: string | null;
  metadata?: Record<string, unknown> | null;
  [member: string]: unknown;
}

/** A function of the caller's, or a tool that the vendor runs itself (`web_search`, …). */
export interface ResponseTool {
  type: string;
  name?: string;
  description?: string | null;
  parameters?: Record<string, unknown> | null;
  strict?: boolean | null;
  [member: string]: unknown;
}

export type TextFormat =
  | { type: 'text' }
  | { type: 'json_object' }
  | {
      type: 'json_schema';
      name: string;
      schema: Record<string, unknown>;
      description?: string | null;
      strict?: boolean | null;
    };

/** A response as the vendor tells it. */
export interface ResponseObject {
  id: string;
  object: 'response';
  output: ResponseItem[];
  [member: string]: unknown;
}

export type ResponsesCall = ProviderCall<ResponsesRequest>;

/** What is asked of a vendor about a response that it keeps. */
export interface ResponseLookUp extends Pick<VendorRequest, 'method'> {
  /** Behind the endpoint's path: `/{id}/input_items?limit=2`. */
  readonly path: string;
}

/** Responses over HTTP; there is no other wire of them than OpenAI's. */
export interface HttpResponses extends HttpOperation<ResponsesCall, ResponseObject> {
  readonly wire: 'openai';
  lookUp(call: Omit<ResponsesCall, 'request'>, lookUp: ResponseLookUp): VendorRequest;
}

/** Responses, as each way to reach a vendor makes them; models that run here are asked by a chat. */
export interface ResponsesOperation {
  http: HttpResponses;
  embedded: never;
}
