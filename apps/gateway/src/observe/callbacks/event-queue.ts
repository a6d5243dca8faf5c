import { setTimeout as pause } from 'node:timers/promises';
import type { Span } from './sinks/otlp/span.ts';

/** An event that waits for its sink. */
export interface QueuedEvent {
  /** As JSON. */
  readonly text: string;
  /** Milliseconds since 1970, and an id that is this event's alone. */
  readonly startedAt: number;
  readonly id: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** For sinks of traces; nothing where its trace is not told. */
  readonly spans?: readonly Span[] | undefined;
}

/** What became of a batch: events that are to be sent again, and how many the sink does not want. */
export interface Delivery {
  readonly again: readonly QueuedEvent[];
  readonly refused: number;
  /** Why, where something was refused or is to be sent again. */
  readonly reason?: string;
  /** The batch was too large: it is sent again in halves. */
  readonly isTooLarge?: boolean;
}

export interface EventSink {
  /** Sends a batch. Rejects where it could not be reached. */
  send(events: readonly QueuedEvent[], signal: AbortSignal): Promise<Delivery>;
  /** How many events, and how many bytes of them (characters of JSON count as bytes), go into one batch. */
  readonly mostEvents: number;
  readonly mostBytes: number;
  /** Of how many requests it is told, from 0 to 1; of all where nothing is said. */
  readonly share?: number;
}

/** Memory that several queues share: characters of JSON count as bytes. */
export class QueueRoom {
  used = 0;
  readonly most: number;

  constructor(most: number) {
    this.most = most;
  }
}

/** A batch that did not arrive whole, or events for which there was no room. */
export interface QueueTrouble {
  readonly reason: string;
  /** How many events nobody will get. */
  readonly lost: number;
  /** Nothing of this kind was told since the sink last took a batch whole. */
  readonly isNew: boolean;
}

export interface EventQueueOptions {
  readonly sink: EventSink;
  readonly onTrouble: (trouble: QueueTrouble) => void;
  /** How much may wait, where that is less than usual, within what others leave of a common room. */
  readonly bounds?: { readonly events: number; readonly bytes: number; readonly room: QueueRoom };
}

/** Ours: what a busy gateway makes in some minutes, within memory that it can spare. Characters of JSON count as bytes. */
const MOST_QUEUED = 10_000;
const MOST_QUEUED_BYTES = 64 * 1024 * 1024;
/** How long an event waits for others. */
const DELAY_MS = 500;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const SEND_MS = 10_000;
const END_MS = 5_000;
/** Why events were lost for which there was no room. */
const TOO_MANY = 'too many wait, the oldest are lost';

/**
 * Events on their way to one sink, behind the answers. A sink that is away costs no request anything: events wait up to
 * a bound, beyond it the oldest are lost and counted. What a sink refuses is not sent again.
 */
export class EventQueue {
  readonly #options: EventQueueOptions;
  #events: QueuedEvent[] = [];
  #bytes = 0;
  #dropped = 0;
  #most: number;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  readonly #toldReasons = new Set<string>();
  readonly #stop = new AbortController();

  constructor(options: EventQueueOptions) {
    this.#options = options;
    this.#most = options.sink.mostEvents;
  }

  get queued(): number {
    return this.#events.length;
  }

  /** Lost since the start: too many waited, the sink refused them, or the end came first. */
  get dropped(): number {
    return this.#dropped;
  }

  add(event: QueuedEvent): void {
    const { share } = this.#options.sink;
    if (share !== undefined && Math.random() >= share) return;
    this.#events.push(event);
    this.#count(event.text.length);
    while (this.#isFull()) {
      this.#count(-(this.#events.shift()?.text.length ?? 0));
      this.#dropped++;
      this.#tell(TOO_MANY, 1);
    }
    this.#schedule(DELAY_MS);
  }

  /** Sends what waits, as far as that is possible in its time; the rest is lost and counted. */
  async dispose(): Promise<void> {
    clearTimeout(this.#timer);
    const limit = setTimeout(() => this.#stop.abort(), END_MS);
    while (this.#events.length > 0 && !this.#stop.signal.aborted) {
      await (this.#sending ?? this.#send());
      if (this.#failures > 0) await pause(this.#retryMs, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
    clearTimeout(limit);
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#dropped += this.#events.length;
    if (this.#events.length > 0) this.#tell('the end came first', this.#events.length);
    this.#count(-this.#bytes);
  }

  #isFull(): boolean {
    const { bounds } = this.#options;
    const { events = MOST_QUEUED, bytes = MOST_QUEUED_BYTES, room } = bounds ?? {};
    const isTooMuch = this.#events.length > events || this.#bytes > bytes;
    return isTooMuch || (room !== undefined && room.used > room.most && this.#events.length > 1);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    const room = this.#options.bounds?.room;
    if (room) room.used += bytes;
  }

  #tell(reason: string, lost: number): void {
    const isNew = !this.#toldReasons.has(reason);
    this.#toldReasons.add(reason);
    this.#options.onTrouble({ reason, lost, isNew });
  }

  #schedule(delayMs: number): void {
    if (this.#timer || this.#sending || this.#stop.signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, delayMs);
  }

  get #retryMs(): number {
    return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
  }

  #send(): Promise<void> {
    this.#sending = this.#sendBatch().finally(() => {
      this.#sending = undefined;
      if (this.#events.length > 0) this.#schedule(this.#failures > 0 ? this.#retryMs : 0);
    });
    return this.#sending;
  }

  async #sendBatch(): Promise<void> {
    const batch = this.#take();
    const signal = AbortSignal.any([this.#stop.signal, AbortSignal.timeout(SEND_MS)]);
    try {
      const { again, refused, reason, isTooLarge } = await this.#options.sink.send(batch, signal);
      this.#most =
        isTooLarge === true && batch.length > 1 ? Math.ceil(batch.length / 2) : this.#options.sink.mostEvents;
      const lost = isTooLarge === true && batch.length === 1 ? 1 : refused;
      this.#dropped += lost;
      this.#putBack(isTooLarge === true && batch.length > 1 ? batch : again);
      this.#failures = again.length > 0 ? this.#failures + 1 : 0;
      if (reason === undefined) this.#toldReasons.clear();
      else this.#tell(reason, lost);
    } catch (error) {
      this.#failures++;
      this.#putBack(batch);
      this.#tell(error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be reached', 0);
    }
  }

  #take(): QueuedEvent[] {
    const batch: QueuedEvent[] = [];
    let bytes = 0;
    for (const event of this.#events) {
      if (batch.length >= this.#most || (batch.length > 0 && bytes + event.text.length > this.#options.sink.mostBytes))
        break;
      batch.push(event);
      bytes += event.text.length;
    }
    this.#events = this.#events.slice(batch.length);
    this.#count(-bytes);
    return batch;
  }

  #putBack(events: readonly QueuedEvent[]): void {
    this.#events = [...events, ...this.#events];
    for (const { text } of events) this.#count(text.length);
  }
}
