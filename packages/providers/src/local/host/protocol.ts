import type { ModelMessage } from './model-message.ts';

/** What the parent asks of the model's process. */
export type ParentMessage =
  | { type: 'load'; runtimeEntry: string; modelPath: string; contextTokens: number }
  | ({ type: 'generate'; id: number } & Generation)
  | { type: 'abort'; id: number };

/** One answer to write. Token counts, not characters. */
export interface Generation {
  readonly messages: readonly ModelMessage[];
  /** Constrains the answer to JSON: of this schema, or any. */
  readonly json?: { readonly schema?: Readonly<Record<string, unknown>> };
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly topP?: number;
  readonly seed?: number;
  readonly stop?: readonly string[];
  readonly repeatPenalty: number;
}

/** What the model's process tells. */
export type ChildMessage =
  | { type: 'loaded' }
  | { type: 'load-failed'; message: string }
  | { type: 'text'; id: number; text: string }
  | { type: 'done'; id: number; finishReason: 'stop' | 'length'; promptTokens: number; completionTokens: number }
  | { type: 'failed'; id: number; kind: 'context_window' | 'invalid_request' | 'server'; message: string };
