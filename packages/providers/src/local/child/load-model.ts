import { availableParallelism } from 'node:os';
import { importLlama, type ChatWrapper, type Gpu, type Llama, type LlamaModel, type LlamaModule } from './llama.ts';
import { createLines, type Line, type Lines } from './lines.ts';
import type { LoadSettings } from './messages.ts';
import { createThreadGovernor } from './thread-governor.ts';

export interface LoadedModel {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly template: ChatWrapper;
  readonly lines: Lines;
  readonly contextTokens: number;
  readonly threads: { adjust(): void };
}

/** Maps the file into memory and opens its lines of tokens. */
export async function loadModel({
  runtimeFolder,
  modelPath,
  contextTokens,
  graphics,
}: LoadSettings): Promise<LoadedModel> {
  const module = await importLlama(runtimeFolder);
  const llama = await openLlama(module, graphics);
  const most = mostThreads(llama);
  // Before the loading, so that the first prompt is evaluated with what was seen of others meanwhile.
  const threads = createThreadGovernor(llama, most);
  const model = await llama.loadModel({ modelPath, useMmap: true });
  const contextSize = Math.min(contextTokens, model.trainContextSize);
  const long = await openLine(model, contextSize, most);
  // Without memory for it all questions share one line, as they can.
  const short = await openLine(model, Math.min(SHORT_LINE, contextSize), most, SHORT_BATCH).catch(() => undefined);
  return {
    module,
    llama,
    model,
    template: module.resolveChatWrapper(model),
    lines: short === undefined ? createLines(long) : createLines(long, short),
    contextTokens: contextSize,
    threads,
  };
}

/** Tokens of the line beside the long one: room for what is asked while a script is written, at some 30 KB a token. */
const SHORT_LINE = 1024;
/** Tokens that it takes at once: what is computed with them meanwhile is memory too. */
const SHORT_BATCH = 128;

async function openLine(model: LlamaModel, contextSize: number, most: number, batchSize?: number): Promise<Line> {
  const threads = { ideal: most, min: 1 };
  const batch = batchSize === undefined ? {} : { batchSize };
  const context = await model.createContext({ contextSize, sequences: 1, threads, ...batch });
  return { sequence: context.getSequence(), contextTokens: contextSize };
}

/** With the graphics card where there is one and its driver does; else with the CPU, which always does. */
async function openLlama(module: LlamaModule, graphics: Gpu | undefined): Promise<Llama> {
  const open = (gpu: Gpu | false) => module.getLlama({ gpu, build: 'never', skipDownload: true, logLevel: 'error' });
  return graphics === undefined ? open(false) : open(graphics).catch(() => open(false));
}

/** More threads than cores make it slower; where there are more than two cores, one is left to the servers. */
function mostThreads(llama: Llama): number {
  const cores = Math.min(llama.cpuMathCores, availableParallelism());
  return cores > 2 ? cores - 1 : cores;
}
