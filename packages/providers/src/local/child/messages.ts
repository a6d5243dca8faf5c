import type { Gpu } from './llama.ts';

/** What the gateway's process and the model's process say to each other: JSON over Node's IPC channel. */

export interface ModelMessage {
  role: 'system' | 'user' | 'assistant';
  text: string;
}

export type AnswerFormat =
  | { kind: 'text' }
  /** Any JSON object. */
  | { kind: 'json' }
  /** JSON that fits a schema of the dialect that `toGrammarSchema` gives. */
  | { kind: 'schema'; schema: object };

/** One generation, with every setting decided. */
export interface Generation {
  messages: ModelMessage[];
  format: AnswerFormat;
  /** Whether Chinese, Japanese and Korean letters may be written. */
  allowsEastAsian: boolean;
  maxTokens: number;
  /** 0 takes the most likely token each time. */
  temperature: number;
  topP: number;
  seed: number | undefined;
  /** Texts at which the answer ends; they are not part of it. */
  stop: string[];
  /** 1 is none; above it, words of the answer so far become less likely. */
  repeatPenalty: number;
}

export interface TokenCounts {
  promptTokens: number;
  /** How many of them were still evaluated from the generation before. */
  cachedTokens: number;
  /** Tokens that the model chose, the one that ends the answer included. */
  completionTokens: number;
}

export interface LoadSettings {
  runtimeFolder: string;
  modelPath: string;
  contextTokens: number;
  /** The graphics card that the runtime has a build for. */
  graphics?: Gpu | undefined;
}

export type ToModel =
  | { type: 'load'; settings: LoadSettings }
  | { type: 'generate'; id: number; generation: Generation }
  /** Evaluates these messages, so that a generation that begins with them starts sooner. */
  | { type: 'prepare'; id: number; messages: ModelMessage[] }
  | { type: 'abort'; id: number };

export type FromModel =
  /** `gpu`: what computes it beside the CPU, for example `metal`; `false` for the CPU alone. */
  | { type: 'loaded'; gpu: string | false }
  | { type: 'not-loaded'; reason: string }
  | { type: 'text'; id: number; text: string }
  | { type: 'done'; id: number; finishReason: 'stop' | 'length'; counts: TokenCounts }
  | { type: 'failed'; id: number; reason: FailureReason; message: string };

/** `context`: the messages alone are longer than the context. `format`: the schema cannot be made a grammar. */
export type FailureReason = 'context' | 'format' | 'aborted' | 'fault';
