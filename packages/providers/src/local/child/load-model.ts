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

export interface LoadedModel {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly template: ChatWrapper;
  /** The one line of evaluated tokens that all asks share. */
  readonly sequence: LlamaSequence;
  readonly contextTokens: number;
}

/** Maps the file into memory and opens one context. */
export async function loadModel({ runtimeFolder, modelPath, contextTokens }: LoadSettings): Promise<LoadedModel> {
  const module = await importLlama(runtimeFolder);
  const llama = await module.getLlama({ gpu: false, build: 'never', skipDownload: true, logLevel: 'error' });
  const model = await llama.loadModel({ modelPath, useMmap: true });
  const contextSize = Math.min(contextTokens, model.trainContextSize);
  const context = await model.createContext({ contextSize, sequences: 1, threads: threads(llama) });
  return {
    module,
    llama,
    model,
    template: module.resolveChatWrapper(model),
    sequence: context.getSequence(),
    contextTokens: contextSize,
  };
}

/** More threads than cores make it slower; where there are more than two cores, one is left to the servers. */
function threads(llama: Llama): number {
  const cores = Math.min(llama.cpuMathCores, availableParallelism());
  return cores > 2 ? cores - 1 : cores;
}
