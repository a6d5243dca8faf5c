import { AskError } from '../child/ask-error.ts';
import type { Ask, FromModel, LoadSettings, ModelMessage, ToModel } from '../child/messages.ts';
import { startModelProcess, type ModelProcess } from './model-process.ts';

type Done = Extract<FromModel, { type: 'done' }>;

/** Keeps at most one model loaded, and gives it one ask at a time. */
export interface ModelHost {
  ask(settings: LoadSettings, ask: Ask, onText: (text: string) => void, signal: AbortSignal): Promise<Done>;
  /** Loads the model, and evaluates messages with which later asks begin. */
  prepare(settings: LoadSettings, messages: ModelMessage[], signal: AbortSignal): Promise<Done>;
  /** Of the model's process while there is one. */
  readonly pid: number | undefined;
  dispose(): Promise<void>;
}

/**
 * Asks wait for their turn until their signal ends the wait. The model's process starts with the first ask, is replaced
 * when another model is asked, and ends after `idleMs` without any.
 */
export function createModelHost({ idleMs }: { idleMs: number }): ModelHost {
  let running: ModelProcess | undefined;
  let lastTurn: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let nextId = 1;

  async function inTurn<Result>(signal: AbortSignal, action: () => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const before = lastTurn;
    const turn = Promise.withResolvers<void>();
    lastTurn = before.then(() => turn.promise);
    try {
      await abortable(before, signal);
      clearTimeout(idle);
      return await action();
    } finally {
      turn.resolve();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
  }

  async function processFor(settings: LoadSettings): Promise<ModelProcess> {
    if (running?.isAlive && running.settings.modelPath === settings.modelPath) return running;
    await end();
    running = await startModelProcess(settings);
    return running;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = running;
    running = undefined;
    await ending?.end();
  }

  async function run(
    settings: LoadSettings,
    message: (id: number) => ToModel,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<Done> {
    const model = await processFor(settings);
    signal.throwIfAborted();
    const id = nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    const stop = model.listen((reply) => {
      if (!('id' in reply) || reply.id !== id) return;
      if (reply.type === 'text') onText(reply.text);
      else if (reply.type === 'done') resolve(reply);
      else reject(reply.reason === 'aborted' ? signal.reason : new AskError(reply.reason, reply.message));
    }, reject);
    const abort = (): void => model.send({ type: 'abort', id });
    signal.addEventListener('abort', abort, { once: true });
    try {
      model.send(message(id));
      return await promise;
    } finally {
      stop();
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    ask: (settings, ask, onText, signal) =>
      inTurn(signal, () => run(settings, (id) => ({ type: 'ask', id, ask }), onText, signal)),
    prepare: (settings, messages, signal) =>
      inTurn(signal, () =>
        run(
          settings,
          (id) => ({ type: 'prepare', id, messages }),
          () => undefined,
          signal,
        ),
      ),
    get pid() {
      return running?.pid;
    },
    dispose: end,
  };
}

/** Ends the wait, not the work, when the signal says so. */
async function abortable(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
