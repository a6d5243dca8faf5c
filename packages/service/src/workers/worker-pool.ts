import type { Worker } from 'node:cluster';
import { constants } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { endWhenStdinCloses } from '../lifecycle/end-when-stdin-closes.ts';
import { lastLinesWritten } from '../logging/standard-output.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { withFormer, type MetricsSnapshot } from '../metrics/merge-snapshots.ts';
import { Channel, type Answers, type Message } from './channel.ts';
import { CommonAddresses } from './common-address.ts';
import { RestartPause } from './restart-pause.ts';
import { WholeLines } from './whole-lines.ts';
import { NUMBER_VARIABLE, COUNT_VARIABLE, type PoolStatus } from './worker-place.ts';

export interface PoolOptions {
  /** How many processes are to serve. */
  readonly count: number;
  /** What each of them runs. */
  readonly program: { readonly file: string; readonly args: readonly string[] };
  readonly logger: Logger;
  /** Where the lines of all of them go. */
  readonly lines: { write(lines: string): void };
  /** Of this process. */
  readonly metrics: Metrics;
  /** Whether the end of standard input means stop. */
  readonly isSupervised: boolean;
  /** What this process answers to one worker, from its start to its end. */
  readonly serve: () => WorkerServices;
  /** How long workers may take to end after they were asked, in milliseconds. */
  readonly endWithinMs?: number;
}

export interface WorkerServices {
  readonly answers: Answers;
  /** The worker is gone, however it went. */
  gone(): void;
}

/** Longer than a worker takes at most to drain (`drain-on-signal.ts`). */
const END_WITHIN_MS = 32_000;
/** How long an answer to `/metrics` waits for a worker that is busy; its last figures stand in for it. */
const SNAPSHOT_WITHIN_MS = 3_000;
/** So many ends before any of them served mean that none can start, once nobody serves. */
const MOST_FAILED_STARTS = 5;
/** A terminal sends Ctrl+C to all processes at once. */
const SAME_SIGNAL_MS = 250;

interface Member {
  readonly worker: Worker;
  readonly channel: Channel;
  readonly startedAt: number;
  readonly services: WorkerServices;
  isServing: boolean;
  /** Its figures as they were last told to anybody. */
  snapshot: MetricsSnapshot;
}

/**
 * Several processes that serve at one address, and what they have in common: one log, one answer to `/metrics`, one end.
 * One that ends is started again. The first starts alone, so that what is done once is done by one: migrations, files that
 * are made. Where that one cannot start, nobody does.
 */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #members = new Map<number, Member>();
  readonly #pauses = new Map<number, RestartPause>();
  readonly #addresses = new CommonAddresses();
  readonly #cluster = process.getBuiltinModule('node:cluster');
  /** What those have counted that are gone. */
  #former: MetricsSnapshot = [];
  #count: number;
  #restarts = 0;
  /** Since one served last. */
  #failedStarts = 0;
  #lastEnd: string | undefined;
  #hasServed = false;
  #stoppingSince: number | undefined;
  #exitCode = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#count = options.count;
    const { file, args } = options.program;
    // Copies by structure carry bytes as they are.
    this.#cluster.setupPrimary({
      exec: file,
      args: [...args],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
  }

  /** Starts the first; the others follow when it serves. */
  start(): void {
    process.on('SIGTERM', (signal) => this.#onSignal(signal));
    process.on('SIGINT', (signal) => this.#onSignal(signal));
    process.on('SIGHUP', () => {
      for (const { channel } of this.#members.values()) channel.tell('reload');
    });
    if (this.#options.isSupervised) endWhenStdinCloses(() => this.#stop('standard input closed'));
    this.#fork(1);
  }

  #fork(number: number): void {
    const worker = this.#cluster.fork({ [NUMBER_VARIABLE]: String(number), [COUNT_VARIABLE]: String(this.#count) });
    // What cannot be written any more is told by its end as well.
    worker.on('error', () => undefined);
    const services = this.#options.serve();
    const send = (message: Message): void => {
      // One that is gone meanwhile is told by its end.
      if (worker.isConnected()) worker.process.send(message, undefined, undefined, () => undefined);
    };
    const answers = { ...services.answers, ...this.#answersTo(number) };
    const channel = new Channel({ send }, answers);
    const member: Member = { worker, channel, services, startedAt: performance.now(), isServing: false, snapshot: [] };
    this.#members.set(number, member);
    worker.on('message', (message: Message) => channel.receive(message));
    const lines = new WholeLines((text) => this.#options.lines.write(text));
    const { stdout } = worker.process;
    stdout?.setEncoding('utf8').on('data', (text: string) => lines.add(text));
    stdout?.once('end', () => lines.end());
    worker.once('exit', (code, signal) => this.#ended(number, member, code, signal));
  }

  #answersTo(number: number): Answers {
    return {
      serving: (alone: string | undefined) => this.#serves(number, alone),
      addressOf: (host: string, port: number) => this.#addresses.at(host, port),
      figures: () => this.#figures(),
      lastFigures: (snapshot: MetricsSnapshot) => {
        const member = this.#members.get(number);
        if (member) member.snapshot = snapshot;
      },
    };
  }

  /** @param alone why no other may serve beside it */
  #serves(number: number, alone: string | undefined): void {
    const member = this.#members.get(number);
    if (member) member.isServing = true;
    this.#failedStarts = 0;
    const isFirst = !this.#hasServed;
    this.#hasServed = true;
    if (isFirst && alone !== undefined) {
      this.#options.logger.warn({ workers: this.#count }, `one worker serves instead of ${this.#count}: ${alone}`);
      this.#count = 1;
    }
    if (isFirst) for (let next = 2; next <= this.#count; next++) this.#fork(next);
    this.#tellStatus();
    if (this.#serving === this.#count) this.#options.logger.info({ workers: this.#count }, 'all workers serve');
  }

  get #serving(): number {
    return [...this.#members.values()].filter(({ isServing }) => isServing).length;
  }

  #tellStatus(): void {
    const status: PoolStatus = {
      count: this.#count,
      serving: this.#serving,
      restarts: this.#restarts,
      lastEnd: this.#lastEnd,
    };
    for (const { channel } of this.#members.values()) channel.tell('status', status);
  }

  /** The figures of this process, of all that serve, and of those that are gone. */
  async #figures(): Promise<readonly MetricsSnapshot[]> {
    const members = [...this.#members.values()];
    const told = members.map(async (member) => {
      const asked = member.channel.ask('figures') as Promise<MetricsSnapshot>;
      const late = pause(SNAPSHOT_WITHIN_MS, undefined, { ref: false });
      const snapshot = await Promise.race([asked, late]).catch(() => undefined);
      // What was told once must not be less the next time.
      if (snapshot && this.#isMember(member)) member.snapshot = snapshot;
    });
    const [own] = await Promise.all([this.#options.metrics.snapshot(), ...told]);
    return [own, this.#former, ...[...this.#members.values()].map(({ snapshot }) => snapshot)];
  }

  #isMember(member: Member): boolean {
    return [...this.#members.values()].includes(member);
  }

  #ended(number: number, member: Member, code: number | null, signal: string | null): void {
    this.#members.delete(number);
    member.channel.close();
    member.services.gone();
    this.#former = withFormer(this.#former, member.snapshot);
    if (this.#stoppingSince !== undefined) {
      this.#exitCode = Math.max(this.#exitCode, code ?? 1);
      if (this.#members.size === 0) void this.#end(this.#exitCode);
      return;
    }
    // What it has said on standard error tells why.
    if (!this.#hasServed) return void this.#end(code ?? 1);
    this.#startAgain(number, member, `worker ${number} ended ${signal === null ? `with ${code}` : `by ${signal}`}`);
  }

  #startAgain(number: number, { startedAt, worker, isServing }: Member, end: string): void {
    const { logger } = this.#options;
    const rest = this.#pauses.get(number) ?? new RestartPause();
    this.#pauses.set(number, rest);
    // One that takes long to come to its end at the start has not run.
    const pauseMs = rest.next(isServing ? performance.now() - startedAt : 0);
    this.#failedStarts = isServing ? 0 : this.#failedStarts + 1;
    if (this.#failedStarts >= MOST_FAILED_STARTS && this.#serving === 0) {
      logger.error({ worker: number, failed_starts: this.#failedStarts }, `${end}; no worker can start`);
      void this.#end(70);
      return;
    }
    this.#restarts++;
    this.#lastEnd = `${end} at ${new Date().toISOString()}`;
    this.#tellStatus();
    logger.error(
      { worker: number, pid: worker.process.pid, serving: this.#serving, again_in_ms: pauseMs },
      `${end} and is started again`,
    );
    setTimeout(() => {
      if (this.#stoppingSince === undefined) this.#fork(number);
    }, pauseMs);
  }

  #onSignal(signal: NodeJS.Signals): void {
    const since = this.#stoppingSince;
    if (since === undefined) this.#stop(signal);
    else if (performance.now() - since > SAME_SIGNAL_MS) this.#kill(128 + constants.signals[signal]);
  }

  #stop(reason: string): void {
    if (this.#stoppingSince !== undefined) return;
    this.#stoppingSince = performance.now();
    const { logger, endWithinMs = END_WITHIN_MS } = this.#options;
    logger.info({ reason, workers: this.#members.size }, 'stopping all workers');
    for (const { channel } of this.#members.values()) channel.tell('stop', reason);
    if (this.#members.size === 0) void this.#end(0);
    setTimeout(() => {
      logger.error('workers did not end in time');
      this.#kill(1);
    }, endWithinMs).unref();
  }

  #kill(code: number): void {
    for (const { worker } of this.#members.values()) worker.process.kill('SIGKILL');
    process.exit(code);
  }

  async #end(code: number): Promise<void> {
    if (this.#stoppingSince !== undefined) this.#options.logger.info('all workers have stopped');
    await lastLinesWritten();
    process.exit(code);
  }
}
