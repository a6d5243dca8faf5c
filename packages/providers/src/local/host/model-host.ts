import { GenerationError } from '../child/generation-error.ts';
import type { Generation, FromModel, LoadSettings, ModelMessage, ToModel } from '../child/messages.ts';
import { startModelProcess, type ModelProcess } from './model-process.ts';

/** How a generation ended. */
export type Done = Extract<FromModel, { type: 'done' }>;

/**
 * Keeps at most one model loaded, and gives it one generation at a time: the others wait for their turn until their
 * signal ends the wait. The model's process starts with the first one, is replaced when another model is asked, and
 * ends after `idleMs` without any.
 */
export class ModelHost {
  readonly #idleMs: number;
  #running: ModelProcess | undefined;
  #lastTurn: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #nextId = 1;

  constructor({ idleMs }: { readonly idleMs: number }) {
    this.#idleMs = idleMs;
  }

  /** Of the model's process while there is one. */
  get pid(): number | undefined {
    return this.#running?.pid;
  }

  /** What computes the loaded model beside the CPU; `false` for the CPU alone. */
  get gpu(): string | false {
    return this.#running?.gpu ?? false;
  }

  generate(
    settings: LoadSettings,
    generation: Generation,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<Done> {
    const message = (id: number): ToModel => ({ type: 'generate', id, generation });
    return this.#inTurn(signal, () => this.#run(settings, message, onText, signal));
  }

  /** Loads the model, and evaluates messages with which later requests begin. */
  prepare(settings: LoadSettings, messages: ModelMessage[], signal: AbortSignal): Promise<Done> {
    const message = (id: number): ToModel => ({ type: 'prepare', id, messages });
    return this.#inTurn(signal, () => this.#run(settings, message, () => undefined, signal));
  }

  async end(): Promise<void> {
    clearTimeout(this.#idle);
    const ending = this.#running;
    this.#running = undefined;
    await ending?.end();
  }

  async #inTurn<Result>(signal: AbortSignal, action: () => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const before = this.#lastTurn;
    const turn = Promise.withResolvers<void>();
    this.#lastTurn = before.then(() => turn.promise);
    try {
      await abortable(before, signal);
      clearTimeout(this.#idle);
      return await action();
    } finally {
      turn.resolve();
      this.#idle = setTimeout(() => void this.end(), this.#idleMs).unref();
    }
  }

  async #processFor(settings: LoadSettings): Promise<ModelProcess> {
    if (this.#running?.isAlive && this.#running.settings.modelPath === settings.modelPath) return this.#running;
    await this.end();
    this.#running = await startModelProcess(settings);
    return this.#running;
  }

  async #run(
    settings: LoadSettings,
    message: (id: number) => ToModel,
    onText: (text: string) => void,
    signal: AbortSignal,
  ): Promise<Done> {
    const model = await this.#processFor(settings);
    signal.throwIfAborted();
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<Done>();
    const stop = model.listen((reply) => {
      if (!('id' in reply) || reply.id !== id) return;
      if (reply.type === 'text') onText(reply.text);
      else if (reply.type === 'done') resolve(reply);
      else reject(reply.reason === 'aborted' ? signal.reason : new GenerationError(reply.reason, reply.message));
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
