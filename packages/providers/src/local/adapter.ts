import type { ChatCall, EmbeddedProviderAdapter } from '../spec/adapter.ts';
import { createLocalModel } from './local-model.ts';

const localModel = createLocalModel();

/** The embedded model: no key, no network; its process is started by the first call. */
export const adapter: EmbeddedProviderAdapter = {
  name: 'local',
  title: 'the local model',
  transport: 'embedded',
  environment: {},
  keyRequired: false,
  completeChat: (call: ChatCall, signal: AbortSignal) => localModel.completeChat(call, signal),
  streamChat: (call: ChatCall, signal: AbortSignal) => localModel.streamChat(call, signal),
  warm: (model: string, signal: AbortSignal) => localModel.warm(model, { signal }),
  dispose: () => localModel.dispose(),
};
