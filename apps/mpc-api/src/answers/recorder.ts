import { setTimeout as pause } from 'node:timers/promises';
import { AnswerLog } from '../drive/journal/answer-log.ts';
import { eventData, eventName } from '../drive/event-data.ts';
import type { Journal, Outcome } from '../drive/journal/journal.ts';
import type { Tally } from '../drive/ask/tally.ts';
import type { GenerationEvent } from '../drive/variant.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { AnsweredJob, ClaimedJob, Progress } from '../jobs/job.ts';
import { ClaimLostError } from '../jobs/owned.ts';
import type { Advance, Recorded, Rest } from '../jobs/statements/record.ts';
import { isDatabaseAway } from '../jobs/worker/run-job.ts';
import { objectOf } from '../json-members.ts';
import { withEvent, type Partial } from './partial.ts';

/** How long events wait for others to be stored with them: short beside what a model takes for a sentence. */
const EVENTS_WAIT_MS = 100;
const AGAIN_AFTER_MS = 500;

/**
 * Writes down what a job comes to as it comes: what was paid for before anything else is, events and the partial result
 * a moment later, or with it. What an earlier start has told already is not told again.
 */
export class Recorder implements Journal {
  readonly #job: ClaimedJob;
  readonly #queue: JobQueue;
  readonly #lose: () => void;
  readonly #log: AnswerLog;
  /** What earlier starts of this run have told, and how often. */
  readonly #told: Map<string, number>;
  #parts: AnsweredJob[] = [];
  #events: { name: string; data: string }[] = [];
  #partial: Partial;
  #storedPartial: Partial;
  #progress: Progress | undefined;
  #hasStoredAnswers: boolean;
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Immediate | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    { job, queue, lose }: { readonly job: ClaimedJob; readonly queue: JobQueue; readonly lose: () => void },
    { answers, events }: Recorded,
    tally: Tally,
  ) {
    this.#job = job;
    this.#queue = queue;
    this.#lose = lose;
    this.#log = new AnswerLog(tally, answers);
    this.#told = new Map();
    for (const event of events) this.#told.set(keyOf(event), (this.#told.get(keyOf(event)) ?? 0) + 1);
    this.#partial = objectOf(job.partial) ?? null;
    this.#storedPartial = this.#partial;
    this.#hasStoredAnswers = answers.length > 0;
  }

  read(place: string): Outcome | undefined {
    return this.#log.read(place);
  }

  /**
   * An answer that was paid for is stored once the work has done what it can do with it without waiting: where that is
   * its end, both are one write. What cost nothing goes with the next one.
   */
  write(place: string, outcome: Outcome): void {
    if (this.#log.write(place, outcome)) this.#soon ??= setImmediate(() => this.#flushAlone());
  }

  safe(): Promise<void> {
    return this.#soon === undefined ? this.#writing : this.flush();
  }

  /** Keeps a part of the result as a job of its own, with the next answer. */
  keep(part: AnsweredJob): void {
    this.#parts.push(part);
  }

  tell(event: GenerationEvent): void {
    const told = {
      name: eventName(event),
      data: JSON.stringify({ job_id: this.#job.id, ...eventData(event) }),
    };
    const before = this.#told.get(keyOf(told)) ?? 0;
    if (before > 0) return void this.#told.set(keyOf(told), before - 1);
    this.#partial = withEvent(this.#partial, event);
    if (event.kind === 'progress') this.#progress = { done: event.done, total: event.total, label: event.label };
    this.#events.push(told);
    this.#timer ??= setTimeout(() => this.#flushAlone(), EVENTS_WAIT_MS);
  }

  /** Stores what is not stored yet, one write after the other. */
  flush(): Promise<void> {
    this.#unschedule();
    this.#writing = this.#writing.then(() => this.#store());
    // Whoever waits hears of it; the next one fails likewise.
    this.#writing.catch(() => undefined);
    return this.#writing;
  }

  /** What is not stored yet, for the write that ends the job. */
  async rest(): Promise<Rest> {
    this.#unschedule();
    await this.#writing;
    return { ...this.#take(), hasStoredAnswers: this.#hasStoredAnswers };
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#soon);
    [this.#timer, this.#soon] = [undefined, undefined];
  }

  /** A claim that has ended is told by `lose`. */
  #flushAlone(): void {
    this.flush().catch(() => undefined);
  }

  #take(): Advance {
    const advance = {
      answers: this.#log.take(),
      parts: this.#parts,
      events: this.#events,
      partial: this.#partial === this.#storedPartial ? undefined : this.#partial,
      progress: this.#progress,
    };
    this.#storedPartial = this.#partial;
    [this.#parts, this.#events, this.#progress] = [[], [], undefined];
    return advance;
  }

  async #store(): Promise<void> {
    const advance = this.#take();
    const hasNews = advance.partial !== undefined || advance.progress !== undefined;
    if (!hasNews && [advance.answers, advance.parts, advance.events].every(({ length }) => length === 0)) return;
    if (advance.answers.length > 0) this.#hasStoredAnswers = true;
    for (;;) {
      try {
        return await this.#queue.advance(this.#job, advance);
      } catch (error) {
        // What was paid for outlasts a database that is away; another worker's claim ends it.
        if (error instanceof ClaimLostError) this.#lose();
        if (!isDatabaseAway(error)) throw error;
        await pause(AGAIN_AFTER_MS);
      }
    }
  }
}

function keyOf({ name, data }: { readonly name: string; readonly data: string | null }): string {
  return `${name} ${data}`;
}
