import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The part of node-llama-cpp 3.21 that is used here, described by hand: the package is not among this workspace's
 * dependencies, because it is fetched only where a local model is used.
 */
export interface LlamaModule {
  getLlama(options: { gpu: Gpu | false; build: 'never'; skipDownload: true; logLevel: 'error' }): Promise<Llama>;
  resolveChatWrapper(model: LlamaModel): ChatWrapper;
  readonly LlamaGrammar: new (llama: Llama, options: { grammar: string }) => LlamaGrammar;
  readonly LlamaGrammarEvaluationState: new (options: { model: LlamaModel; grammar: LlamaGrammar }) => object;
}

/** What llama.cpp computes with beside the CPU. */
export type Gpu = 'metal' | 'cuda' | 'vulkan';

export interface Llama {
  readonly gpu: string | false;
  /** How many cores are of use for this; on a system with slow and fast cores, the fast ones. */
  readonly cpuMathCores: number;
  /** The most threads that the next batch of tokens is evaluated with. */
  maxThreads: number;
  loadModel(options: { modelPath: string; useMmap: boolean }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: object): Promise<LlamaGrammar>;
}

export type Token = number & { readonly __token: never };

export interface LlamaModel {
  readonly tokenizer: object;
  readonly trainContextSize: number;
  readonly tokens: { readonly bos: Token | null };
  createContext(options: {
    contextSize: number;
    sequences: number;
    threads: { ideal: number; min: number };
    batchSize?: number;
  }): Promise<LlamaContext>;
  detokenize(tokens: readonly Token[], specialTokens: boolean, lastTokens?: readonly Token[]): string;
  isEogToken(token: Token): boolean;
}

export interface LlamaContext {
  getSequence(): LlamaSequence;
}

export interface LlamaSequence {
  readonly contextTokens: readonly Token[];
  /** Drops what was evaluated beyond the beginning that both have. */
  adaptStateToTokens(tokens: readonly Token[], allowShift: boolean): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  evaluate(tokens: readonly Token[], options: EvaluateOptions): AsyncGenerator<Token, void, unknown>;
}

export interface EvaluateOptions {
  temperature: number;
  topP: number;
  seed?: number;
  grammarEvaluationState?: object;
  repeatPenalty?: { punishTokens: () => Token[]; penalty: number };
}

export interface LlamaGrammar {
  readonly grammar: string;
}

/** A model's chat template. */
export interface ChatWrapper {
  generateContextState(options: { chatHistory: readonly ChatHistoryItem[] }): {
    contextText: { tokenize(tokenizer: object): Token[] };
  };
}

export type ChatHistoryItem = { type: 'system' | 'user'; text: string } | { type: 'model'; response: string[] };

export async function importLlama(runtimeFolder: string): Promise<LlamaModule> {
  const entry = join(runtimeFolder, 'node_modules', 'node-llama-cpp', 'dist', 'index.js');
  return (await import(pathToFileURL(entry).href)) as LlamaModule;
}
