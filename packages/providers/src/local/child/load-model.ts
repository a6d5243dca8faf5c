import { availableParallelism } from 'node:os';
import {
  importLlama,
  type ChatWrapper,
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
export async function loadModel({ runtimeFolder, modelPath, contextTokens }: LoadSettings): Promise<LoadedModel> {
  const module = await importLlama(runtimeFolder);
  const llama = await module.getLlama({ gpu: false, build: 'never', skipDownload: true, logLevel: 'error' });
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

/** More threads than cores make it slower; where there are more than two cores, one is left to the servers. */
function mostThreads(llama: Llama): number {
  const cores = Math.min(llama.cpuMathCores, availableParallelism());
  return cores > 2 ? cores - 1 : cores;
}
