import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromModel, LoadSettings, ToModel } from '../child/messages.ts';
import { ModelCrashError, ModelLoadError } from './model-errors.ts';

/** The process that holds one loaded model. */
export interface ModelProcess {
  readonly settings: LoadSettings;
  readonly pid: number | undefined;
  /** What computes the model beside the CPU; `false` for the CPU alone. */
  readonly gpu: string | false;
  readonly isAlive: boolean;
  send(message: ToModel): void;
  /** What it says from now on; ends with a `ModelCrashError` when the process is gone. */
  listen(onMessage: (message: FromModel) => void, onGone: (error: ModelCrashError) => void): () => void;
  end(): Promise<void>;
}

const entry = fileURLToPath(new URL('../child/main.ts', import.meta.url));

/** Starts a process and loads the model there. Rejects with a `ModelLoadError`, or a `ModelCrashError`. */
export async function startModelProcess(settings: LoadSettings): Promise<ModelProcess> {
  const child = fork(entry, {
    // Inspector ports and loaders of the parent are not the child's; its own output would be native noise.
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'json',
  });
  const running = modelProcess(child, settings);
  await new Promise<void>((resolve, reject) => {
    const stop = running.listen((message) => {
      if (message.type === 'loaded') {
        stop();
        resolve();
      } else if (message.type === 'not-loaded') {
        stop();
        child.kill('SIGKILL');
        reject(new ModelLoadError(settings.modelPath, message.reason));
      }
    }, reject);
    running.send({ type: 'load', settings });
  });
  return running;
}

function modelProcess(child: ChildProcess, settings: LoadSettings): ModelProcess {
  let gone: ModelCrashError | undefined;
  let gpu: string | false = false;
  child.on('message', (message: FromModel) => {
    if (message.type === 'loaded') gpu = message.gpu;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      gone ??= new ModelCrashError(signal ? `signal ${signal}` : `exit code ${code}`);
      resolve();
    });
    child.once('error', (error) => {
      gone ??= new ModelCrashError(error.message);
      resolve();
    });
  });
  return {
    settings,
    pid: child.pid,
    get gpu() {
      return gpu;
    },
    get isAlive() {
      return gone === undefined;
    },
    send(message) {
      // A failure is a process that is gone, which `exit` tells.
      if (child.connected) child.send(message, () => undefined);
    },
    listen(onMessage, onGone) {
      let isListening = true;
      const listener = (message: unknown): void => onMessage(message as FromModel);
      child.on('message', listener);
      void ended.then(() => (isListening && gone ? onGone(gone) : undefined));
      return () => {
        isListening = false;
        child.off('message', listener);
      };
    },
    async end() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
