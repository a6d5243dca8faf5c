// The model's process: it loads one model, runs one generation at a time, and ends with the process that started it.
import process from 'node:process';
import { GenerationError } from './generation-error.ts';
import { evaluatePrompt } from './evaluate-prompt.ts';
import { generate } from './generate.ts';
import { loadModel, type LoadedModel } from './load-model.ts';
import type { FromModel, LoadSettings, ToModel } from './messages.ts';
import { promptTokens } from './prompt-tokens.ts';

let loaded: LoadedModel | undefined;
let current: { id: number; caller: AbortController } | undefined;

process.on('message', (message) => void receive(message as ToModel));
// Native threads may be at work, and an orderly exit would wait for them.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl+C reaches the whole group; the parent drains first and then lets go of us.
process.on('SIGINT', () => undefined);

async function receive(message: ToModel): Promise<void> {
  switch (message.type) {
    case 'load':
      return load(message.settings);
    case 'generate':
      return work(message.id, async (model, signal) => {
        const onText = (text: string): void => send({ type: 'text', id: message.id, text });
        return generate(model, message.generation, onText, signal);
      });
    case 'prepare':
      return work(message.id, async (model, signal) => {
        const prompt = promptTokens(model, message.messages);
        const line = model.lines.lineFor(prompt, 0);
        const cachedTokens = await evaluatePrompt(line, model, prompt, { signal, isRepeatable: false });
        const counts = { promptTokens: prompt.length, cachedTokens, completionTokens: 0 };
        return { finishReason: 'stop', counts };
      });
    case 'abort':
      if (current?.id === message.id) current.caller.abort();
  }
}

async function load(settings: LoadSettings): Promise<void> {
  try {
    loaded = await loadModel(settings);
    send({ type: 'loaded', gpu: loaded.llama.gpu });
  } catch (error) {
    send({ type: 'not-loaded', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function work(id: number, action: (model: LoadedModel, signal: AbortSignal) => ReturnType<typeof generate>) {
  const caller = new AbortController();
  current = { id, caller };
  try {
    if (!loaded) throw new Error('no model is loaded');
    send({ type: 'done', id, ...(await action(loaded, caller.signal)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reason = error instanceof GenerationError ? error.reason : caller.signal.aborted ? 'aborted' : 'fault';
    send({ type: 'failed', id, reason, message });
  } finally {
    current = undefined;
  }
}

function send(message: FromModel): void {
  process.send?.(message);
}
