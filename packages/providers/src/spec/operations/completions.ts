import type { HttpOperation, ProviderCall } from '../call.ts';
import type { FinishReason, Usage } from './chat.ts';

/** OpenAI's older completions (API reference, "Completions", 2026-11); members that are not known pass through. */
export interface CompletionsRequest {
  model: string;
  /** One text, several, one list of token ids, or several. */
  prompt: string | string[] | number[] | number[][];
  /** What comes behind the text that is to be written. */
  suffix?: string;
  /** Says the prompt before the text. */
  echo?: boolean;
  max_tokens?: number;
  n?: number;
  best_of?: number;
  /** For how many likely tokens their chance is told. */
  logprobs?: number;
  stop?: string | string[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  [member: string]: unknown;
}

export interface TextChoice {
  index: number;
  text: string;
  logprobs: unknown;
  finish_reason: FinishReason | null;
  [member: string]: unknown;
}

/** A whole text completion, and each event of a streamed one. */
export interface TextCompletion {
  id: string;
  object: 'text_completion';
  created: number;
  model: string;
  choices: TextChoice[];
  usage?: Usage | null;
  [member: string]: unknown;
}

export type CompletionsCall = ProviderCall<CompletionsRequest>;

/** Completions over HTTP; there is no other wire of them than OpenAI's. */
export interface HttpCompletions extends HttpOperation<CompletionsCall, TextCompletion> {
  readonly wire: 'openai';
  /** Whether models for chat are refused, as OpenAI itself refuses them; a server of open models takes whatever it has. */
  readonly refusesChatModels: boolean;
}

/** Completions, as each way to reach a vendor makes them; no model that runs here does. */
export interface CompletionsOperation {
  http: HttpCompletions;
  embedded: never;
}
