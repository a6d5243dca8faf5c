import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@showrunner/service';
import type { Delivery, Ticket } from '../delivery/delivery.ts';
import type { JobQueue } from '../job-queue.ts';
import type { Claim } from '../statements/claim.ts';
import { repeatedly } from './repeatedly.ts';
import { LeavingError, runJob, type CarryOut, type RunningJob } from './run-job.ts';

export interface WorkerParts {
  readonly queue: JobQueue;
  readonly delivery: Delivery;
  readonly carryOut: CarryOut;
  readonly logger: Logger;
  /** Jobs at once; with 0 it takes none, and still takes back what dead workers had. */
  readonly slots: number;
}

export interface Worker {
  /** How many jobs it has. */
  readonly running: number;
  /** Carries out a job that was taken out of turn, beside its slots; one that is stopping gives it back. */
  carry(claim: Claim): void;
  /**
   * Takes nothing new. What runs may end until `grace` aborts; then it is given back, which is no attempt. Resolves when
   * nothing runs any more.
   */
  stop(grace: AbortSignal): Promise<void>;
}

/** Cancelling reaches the running ask within this time. */
const BEAT_EVERY_MS = 2_000;
/** While it is stopping, claims hold a second and a half without it: who kills it then leaves nobody waiting. */
const LEAVING_BEAT_EVERY_MS = 400;
const TAKE_BACK_EVERY_MS = 1_000;
/** A database that takes longer for a statement is not slow but away, and another connection may reach it. */
const PATIENCE_MS = 20_000;
const AFTER_FAULT_MS = 1_000;

/** Takes jobs when it is their turn and carries them out, so many at once. */
export function startWorker(parts: WorkerParts): Worker {
  return new SlottedWorker(parts);
}

class SlottedWorker implements Worker {
  readonly #parts: WorkerParts;
  readonly #running = new Map<string, RunningJob>();
  readonly #stopping = new AbortController();
  readonly #stopTakingBack: () => void;
  readonly #taking: Promise<void>;
  #stopBeating: () => void;
  #slotFreed: () => void = () => undefined;
  #isFaulty = false;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#stopBeating = this.#again(() => this.#beatAll(), BEAT_EVERY_MS);
    this.#stopTakingBack = this.#again(() => this.#takeBackDead(), TAKE_BACK_EVERY_MS);
    this.#taking = parts.slots > 0 ? this.#takeJobs() : Promise.resolve();
  }

  get running(): number {
    return this.#running.size;
  }

  carry(claim: Claim): void {
    if (!this.#stopping.signal.aborted) return this.#start(claim, null);
    const { job, release } = claim;
    release();
    void this.#guarded(() => this.#parts.queue.giveBack(job, job.spentMs, null));
  }

  async stop(grace: AbortSignal): Promise<void> {
    this.#stopping.abort();
    this.#stopBeating();
    this.#stopTakingBack();
    await this.#taking;
    await this.#guarded(() => this.#beatAll());
    this.#stopBeating = this.#again(() => this.#beatAll(), LEAVING_BEAT_EVERY_MS);
    const leave = (): void => {
      for (const { abort } of this.#running.values()) abort(new LeavingError());
    };
    if (grace.aborted) leave();
    grace.addEventListener('abort', leave);
    while (this.#running.size > 0) await Promise.all([...this.#running.values()].map(({ ended }) => ended));
    grace.removeEventListener('abort', leave);
    this.#stopBeating();
  }

  async #takeJobs(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const isTaken = await this.#guarded(() => this.#takeOne(signal));
      if (isTaken === undefined) await pause(AFTER_FAULT_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #takeOne(signal: AbortSignal): Promise<true> {
    if (this.#slotsTaken >= this.#parts.slots) await this.#freeSlot(signal);
    const ticket = signal.aborted ? undefined : await this.#parts.delivery.next(signal);
    const claim = ticket && (await this.#parts.queue.claim(ticket));
    if (ticket && claim) this.#start(claim, ticket);
    return true;
  }

  /** Those that were taken out of turn take none. */
  get #slotsTaken(): number {
    return [...this.#running.values()].filter(({ ticket }) => ticket !== null).length;
  }

  #freeSlot(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#slotFreed = () => {
        signal.removeEventListener('abort', this.#slotFreed);
        resolve();
      };
      signal.addEventListener('abort', this.#slotFreed);
    });
  }

  #start({ job, release }: Claim, ticket: Ticket | null): void {
    const { queue, delivery, carryOut, logger } = this.#parts;
    const run = runJob(job, ticket, { queue, carryOut, logger });
    this.#running.set(job.claim, run);
    void run.ended.finally(() => {
      this.#running.delete(job.claim);
      release();
      // What it held may be what another job waits for.
      delivery.hurry();
      if (ticket !== null) this.#slotFreed();
    });
  }

  async #beatAll(): Promise<void> {
    if (this.#running.size === 0) return;
    const held = [...this.#running.values()].map(({ job, ticket, spentMs }) => ({
      ...job,
      ticket,
      spentMs: spentMs(),
    }));
    const lost = await this.#parts.queue.beat(held, this.#stopping.signal.aborted);
    for (const { claim } of lost) this.#running.get(claim)?.lose();
  }

  #takeBackDead(): Promise<void> {
    return this.#parts.queue.takeBackDead([...this.#running.keys()]);
  }

  #again(step: () => Promise<unknown>, pauseMs: number): () => void {
    return repeatedly(() => this.#guarded(step), { pauseMs, patienceMs: PATIENCE_MS });
  }

  /** Runs a step whose failure passes: the database is away. Said once, until it is well again. */
  async #guarded<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await step();
      this.#isFaulty = false;
      return result;
    } catch (error) {
      if (!this.#isFaulty) this.#parts.logger.warn({ err: error }, 'jobs cannot be taken at the moment');
      this.#isFaulty = true;
      return undefined;
    }
  }
}
