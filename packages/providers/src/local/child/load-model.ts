import { availableParallelism } from 'node:os';
import {
  importLlama,
  type ChatWrapper,
  type Gpu,
  type Llama,
  type LlamaModel,
  type LlamaModule,
  type LlamaSequence,
} from './llama.ts';
import type { LoadSettings } from './messages.ts';
import { createThreadGovernor } from './thread-governor.ts';

export interface LoadedModel {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly template: ChatWrapper;
  /** The one line of evaluated tokens that all asks share. */
  readonly sequence: LlamaSequence;
  readonly contextTokens: number;
  readonly threads: { adjust(): void };
}

/** Maps the file into memory and opens one context. */
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
  const context = await model.createContext({ contextSize, sequences: 1, threads: { ideal: most, min: 1 } });
  return {
    module,
    llama,
    model,
    template: module.resolveChatWrapper(model),
    sequence: context.getSequence(),
    contextTokens: contextSize,
    threads,
  };
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
