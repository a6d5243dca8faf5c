import type { Metrics } from '../metrics/create-metrics.ts';
import { mergedPage, type MetricsSnapshot } from '../metrics/merge-snapshots.ts';
import type { ListenAddress } from '../server/listen-address.ts';
import { Channel, type Message } from './channel.ts';
import type { CommonAddress } from './common-address.ts';

/** What a worker finds in its environment: which one it is, and of how many. */
export const NUMBER_VARIABLE = 'SHOWRUNNER_WORKER_NUMBER';
export const COUNT_VARIABLE = 'SHOWRUNNER_WORKER_COUNT';

/** How the workers of a process fare, as it last told. */
export interface PoolStatus {
  /** How many there are to be, and how many serve. */
  readonly count: number;
  readonly serving: number;
  /** How often one was started again. */
  readonly restarts: number;
  /** How the last one ended that was started again. */
  readonly lastEnd: string | undefined;
}

export interface Leaving {
  /** Stops serving, with what is under way brought to its end. */
  readonly stop: (reason: string) => void;
  /** Reads the configuration again. */
  readonly reload: () => void;
}

/** The place of one worker among several. */
export class WorkerPlace {
  /** From 1. The first does what one does for all. */
  readonly number: number;
  readonly #channel: Channel;
  #status: PoolStatus;
  #leaving: Leaving | undefined;
  /** Why it is to stop, where it was asked before it could. */
  #stopReason: string | undefined;
  #figures: (() => Promise<MetricsSnapshot>) | undefined;

  constructor(number: number, count: number) {
    this.number = number;
    this.#status = { count, serving: 1, restarts: 0, lastEnd: undefined };
    this.#channel = new Channel(
      { send: (message) => void process.send?.(message, undefined, undefined, () => undefined) },
      {
        status: (status: PoolStatus) => {
          this.#status = status;
        },
        stop: (reason: string) => this.#stop(reason),
        reload: () => this.#leaving?.reload(),
        figures: () => this.#figures?.() ?? [],
      },
    );
    process.on('message', (message: Message) => this.#channel.receive(message));
    this.#endWithParent();
  }

  get isFirst(): boolean {
    return this.number === 1;
  }

  get status(): PoolStatus {
    return this.#status;
  }

  /** Why it is not well with all of them; nothing while it is. */
  get problem(): string | undefined {
    const { count, serving, lastEnd } = this.#status;
    if (serving >= count) return undefined;
    return `${serving} of ${count} workers serve${lastEnd === undefined ? '' : `; ${lastEnd}`}`;
  }

  /** Whether the process that started it is still there. */
  get isConnected(): boolean {
    return !this.#channel.isClosed;
  }

  /** Where to listen, so that all listen at this address. Rejects as listening there would. */
  async addressOf({ host, port, ...about }: ListenAddress): Promise<ListenAddress> {
    const found = (await this.#channel.ask('addressOf', host, port)) as CommonAddress;
    if ('refusal' in found) throw Object.assign(new Error(found.refusal.message), { code: found.refusal.code });
    return { host, port: found.port, reusePort: found.isShared, ...about };
  }

  /** Asks the process that started it. */
  ask(name: string, ...given: readonly unknown[]): Promise<unknown> {
    return this.#channel.ask(name, ...given);
  }

  /** The metrics of all, wherever they are read. */
  together(metrics: Metrics): Metrics {
    this.#figures = () => metrics.snapshot();
    const read = (name: string, help: string, of: (status: PoolStatus) => number): void =>
      metrics.figure({ name, help, type: 'gauge', merge: 'max', read: () => of(this.#status) });
    read('showrunner_workers', 'Processes that serve at this address.', ({ serving }) => serving);
    read('showrunner_workers_wanted', 'Processes that are to serve at this address.', ({ count }) => count);
    read('showrunner_worker_restarts', 'How often a process that ended was started again.', (all) => all.restarts);
    const channel = this.#channel;
    async function* page(): AsyncGenerator<string> {
      yield* mergedPage((await channel.ask('figures')) as readonly MetricsSnapshot[]);
    }
    return { ...metrics, page, render: async () => (await Array.fromAsync(page())).join('') };
  }

  /**
   * It serves from now on.
   *
   * @param alone why no other may serve beside it
   */
  serves(leaving: Leaving, alone?: string): void {
    this.#leaving = leaving;
    this.#channel.tell('serving', alone);
    if (this.#stopReason !== undefined) leaving.stop(this.#stopReason);
  }

  /** Leaves what it has counted, for those who come after it. */
  async leave(): Promise<void> {
    if (!this.#channel.isClosed && this.#figures) await this.#channel.ask('lastFigures', await this.#figures());
  }

  #stop(reason: string): void {
    if (this.#leaving) this.#leaving.stop(reason);
    else this.#stopReason = reason;
  }

  /** Without it nobody counts for all: what is under way is brought to its end, and nothing new is taken. */
  #endWithParent(): void {
    const { worker } = process.getBuiltinModule('node:cluster');
    // Node would end the process at once, in the middle of requests.
    if (worker) worker.on('disconnect', () => (worker.exitedAfterDisconnect = true));
    process.on('disconnect', () => {
      this.#channel.close();
      this.#stop('the process that started this worker is gone');
    });
  }
}

/** The place of this process among workers; nothing where it is none of them. */
export function workerPlace(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): WorkerPlace | undefined {
  const [number, count] = [Number(environment[NUMBER_VARIABLE]), Number(environment[COUNT_VARIABLE])];
  return number > 0 && count > 0 && process.send ? new WorkerPlace(number, count) : undefined;
}
