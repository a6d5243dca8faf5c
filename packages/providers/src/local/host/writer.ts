import { pathToFileURL } from 'node:url';
import type { ContextSequence, Engine, Grammar, HistoryItem, Llama, LlamaChat, Model, TokenBias } from './engine.ts';
import { toGrammarSchema } from './grammar-schema.ts';
import type { ModelMessage } from './model-message.ts';
import type { Generation } from './protocol.ts';

export interface Written {
  readonly finishReason: 'stop' | 'length';
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** The prompt alone fills the model's context. */
export class ContextOverflow extends Error {}
/** The request asks for what the engine cannot constrain. */
export class UnusableSchema extends Error {}

/** Tokens that the repeat penalty looks back over. */
const REPEAT_WINDOW = 64;
const MIN_ANSWER_TOKENS = 8;
/** Grammars kept compiled; the asks of one recipe use a handful. */
const MAX_GRAMMARS = 32;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A loaded model that writes one answer at a time. */
export interface Writer {
  write(generation: Generation, onText: (text: string) => void, signal: AbortSignal): Promise<Written>;
}

/** Loads the engine and the model file; memory-mapped, so a warm page cache makes it quick. */
export async function createWriter(options: {
  runtimeEntry: string;
  modelPath: string;
  contextTokens: number;
}): Promise<Writer> {
  const engine = (await import(pathToFileURL(options.runtimeEntry).href)) as Engine;
  const llama = await engine.getLlama({
    build: 'never',
    gpu: 'auto',
    logLevel: 'error',
    progressLogs: false,
    skipDownload: true,
    maxThreads: 0,
  });
  const model = await llama.loadModel({ modelPath: options.modelPath, useMmap: true });
  const contextSize = Math.min(options.contextTokens, model.trainContextSize);
  const context = await model.createContext({ contextSize, threads: threadsFor(llama.cpuMathCores) });
  const sequence = context.getSequence();
  const chat = new engine.LlamaChat({ contextSequence: sequence, autoDisposeSequence: false });
  const grammars = grammarCache(llama);
  const withoutEastAsian = eastAsianBan(engine, model);
  return {
    write: async (generation, onText, signal) => {
      const history = toHistory(generation.messages);
      const promptTokens = countTokens(chat, history, model);
      const room = contextSize - promptTokens;
      if (room < MIN_ANSWER_TOKENS) {
        throw new ContextOverflow(`The prompt has ${promptTokens} tokens; this model's context holds ${contextSize}.`);
      }
      const grammar = generation.json && (await grammars(generation.json.schema));
      const bias = generation.messages.some(({ text }) => EAST_ASIAN.test(text)) ? undefined : withoutEastAsian;
      return write({ chat, sequence, history, promptTokens, room, generation, grammar, bias, onText, signal });
    },
  };
}

async function write(work: {
  chat: LlamaChat;
  sequence: ContextSequence;
  history: HistoryItem[];
  promptTokens: number;
  room: number;
  generation: Generation;
  grammar: Grammar | undefined;
  bias: TokenBias | undefined;
  onText: (text: string) => void;
  signal: AbortSignal;
}): Promise<Written> {
  const { generation, sequence } = work;
  const before = sequence.tokenMeter.getState();
  const { metadata } = await work.chat.generateResponse(work.history, {
    onTextChunk: work.onText,
    signal: work.signal,
    stopOnAbortSignal: true,
    maxTokens: Math.min(generation.maxTokens ?? work.room, work.room),
    repeatPenalty: { penalty: generation.repeatPenalty, lastTokens: REPEAT_WINDOW },
    ...(generation.temperature !== undefined && { temperature: generation.temperature }),
    ...(generation.topP !== undefined && { topP: generation.topP }),
    ...(generation.seed !== undefined && { seed: generation.seed }),
    ...(generation.stop && { customStopTriggers: generation.stop }),
    ...(work.grammar && { grammar: work.grammar }),
    ...(work.bias && { tokenBias: work.bias }),
  });
  const used = sequence.tokenMeter.diff(before);
  return {
    finishReason: metadata.stopReason === 'maxTokens' ? 'length' : 'stop',
    promptTokens: work.promptTokens,
    completionTokens: used.usedOutputTokens,
  };
}

/** The servers need a core where there are more than two (measured: four threads on two cores are slower). */
function threadsFor(cores: number): number {
  return cores > 2 ? cores - 1 : cores;
}

function toHistory(messages: readonly ModelMessage[]): HistoryItem[] {
  const turns = messages.map(({ role, text }): HistoryItem =>
    role === 'assistant' ? { type: 'model', response: [text] } : { type: role, text },
  );
  return [...turns, { type: 'model', response: [] }];
}

function countTokens(chat: LlamaChat, history: readonly HistoryItem[], model: Model): number {
  return chat.chatWrapper.generateContextState({ chatHistory: history }).contextText.tokenize(model.tokenizer).length;
}

function grammarCache(llama: Llama): (schema?: Readonly<Record<string, unknown>>) => Promise<Grammar> {
  const compiled = new Map<string, Promise<Grammar>>();
  return (schema) => {
    const key = JSON.stringify(schema ?? null);
    const known = compiled.get(key);
    if (known) return known;
    const oldest = compiled.size >= MAX_GRAMMARS ? compiled.keys().next().value : undefined;
    if (oldest !== undefined) compiled.delete(oldest);
    const grammar = schema ? compile(llama, schema) : llama.getGrammarFor('json');
    compiled.set(key, grammar);
    grammar.catch(() => compiled.delete(key));
    return grammar;
  };
}

async function compile(llama: Llama, schema: Readonly<Record<string, unknown>>): Promise<Grammar> {
  try {
    return await llama.createGrammarForJsonSchema(toGrammarSchema(schema));
  } catch (error) {
    throw new UnusableSchema(
      `This JSON schema cannot constrain the local model: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Forbids East Asian characters, for prompts that hold none: these models slip a Chinese word into an English
 * sentence now and then (seen with Qwen2.5-Coder 1.5B, 2026-11-23: "an浓郁 coffee").
 */
function eastAsianBan(engine: Engine, model: Model): TokenBias {
  const bias = engine.TokenBias.for(model);
  for (const token of model.iterateAllTokens()) {
    if (EAST_ASIAN.test(model.detokenize([token]))) bias.set(token, 'never');
  }
  return bias;
}
