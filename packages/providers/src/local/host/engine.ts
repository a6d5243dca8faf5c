/** The part of node-llama-cpp that is used here. The library is fetched on demand, so its own types are not at hand. */
export interface Engine {
  getLlama(options: {
    build: 'never';
    gpu: false | 'auto';
    logLevel: 'error';
    progressLogs: boolean;
    skipDownload: boolean;
    /** 0 lets the engine take what each context asks for. */
    maxThreads: number;
  }): Promise<Llama>;
  LlamaChat: new (options: { contextSequence: ContextSequence; autoDisposeSequence: boolean }) => LlamaChat;
  TokenBias: { for(model: Model): TokenBias };
}

export interface Llama {
  /** Physical cores that are worth a thread. */
  readonly cpuMathCores: number;
  loadModel(options: { modelPath: string; useMmap: boolean }): Promise<Model>;
  createGrammarForJsonSchema(schema: Readonly<Record<string, unknown>>): Promise<Grammar>;
  getGrammarFor(type: 'json'): Promise<Grammar>;
}

export interface Model {
  readonly tokenizer: unknown;
  readonly trainContextSize: number;
  iterateAllTokens(): Iterable<number>;
  detokenize(tokens: readonly number[], specialTokens?: boolean): string;
  createContext(options: { contextSize: number; threads: number }): Promise<{ getSequence(): ContextSequence }>;
}

export interface ContextSequence {
  readonly tokenMeter: TokenMeter;
}

export interface TokenMeter {
  getState(): unknown;
  diff(before: unknown): { usedInputTokens: number; usedOutputTokens: number };
}

export interface TokenBias {
  set(token: number, bias: 'never'): TokenBias;
}

export type Grammar = { readonly grammar?: unknown };

export type HistoryItem =
  | { type: 'system'; text: string }
  | { type: 'user'; text: string }
  | { type: 'model'; response: string[] };

export interface LlamaChat {
  readonly chatWrapper: {
    generateContextState(options: { chatHistory: readonly HistoryItem[] }): {
      contextText: { tokenize(tokenizer: unknown): readonly number[] };
    };
  };
  generateResponse(
    history: readonly HistoryItem[],
    options: {
      onTextChunk(text: string): void;
      signal: AbortSignal;
      stopOnAbortSignal: boolean;
      maxTokens: number;
      repeatPenalty: { penalty: number; lastTokens: number };
      temperature?: number;
      topP?: number;
      seed?: number;
      grammar?: Grammar;
      tokenBias?: TokenBias;
      customStopTriggers?: readonly string[];
    },
  ): Promise<{ metadata: { stopReason: string } }>;
}
