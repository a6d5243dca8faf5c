import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** How often it makes sure that it hears. */
const BEAT_EVERY_MS = 5_000;
/** How long its own word may be on the way. */
const HEARD_WITHIN_MS = 5_000;
const AGAIN_AFTER_MS = 1_000;
const DISPOSED_WITHIN_MS = 1_000;

export interface ListenerOptions {
  readonly url: string;
  /** A word that needs no quotes. */
  readonly channel: string;
  /** Told of each notification with an empty payload, and when the listening begins: it may have missed some. */
  readonly onNotice: () => void;
}

/**
 * Hears notifications of Postgres on a connection of its own. One that is dead and does not know it is noticed: it sends
 * itself a word every few seconds, under a name that nobody else acts on, and begins anew where that does not come back,
 * also where a pooler hands statements on and no notifications.
 */
export class PostgresListener {
  readonly #options: ListenerOptions;
  readonly #name = randomUUID();
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastHeardAt: number | undefined;
  #isDisposed = false;

  constructor(options: ListenerOptions) {
    this.#options = options;
    void this.#listen();
  }

  /** Whether notifications came lately. */
  get hears(): boolean {
    return this.#lastHeardAt !== undefined && performance.now() - this.#lastHeardAt < BEAT_EVERY_MS + HEARD_WITHIN_MS;
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    // A connection that is dead never says that it has ended.
    const patience = pause(DISPOSED_WITHIN_MS, undefined, { ref: false });
    await Promise.race([this.#client?.end().catch(() => undefined), patience]);
  }

  async #listen(): Promise<void> {
    const { Client } = await import('pg');
    if (this.#isDisposed) return;
    const client = new Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: HEARD_WITHIN_MS,
      query_timeout: HEARD_WITHIN_MS,
      keepAlive: true,
      application_name: 'showrunner listener',
    });
    this.#client = client;
    const begin = performance.now();
    client.on('error', () => this.#again(client));
    client.on('end', () => this.#again(client));
    client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.#options.channel}`);
      this.#options.onNotice();
      await this.#beat(client, begin);
    } catch {
      this.#again(client);
    }
  }

  #hear(payload: string): void {
    if (payload === '') this.#options.onNotice();
    if (payload === '' || payload === this.#name) this.#lastHeardAt = performance.now();
  }

  /** @param since when this connection began */
  async #beat(client: Client, since: number): Promise<void> {
    const heardAt = Math.max(this.#lastHeardAt ?? since, since);
    if (performance.now() - heardAt > BEAT_EVERY_MS + HEARD_WITHIN_MS) return this.#again(client);
    await client.query('SELECT pg_notify($1, $2)', [this.#options.channel, this.#name]);
    if (this.#client !== client || this.#isDisposed) return;
    this.#timer = setTimeout(
      () => void this.#beat(client, since).catch(() => this.#again(client)),
      BEAT_EVERY_MS,
    ).unref();
  }

  /** Once for each connection. */
  #again(client: Client): void {
    if (this.#client !== client || this.#isDisposed) return;
    this.#client = undefined;
    clearTimeout(this.#timer);
    // A socket that is dead does not say goodbye.
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#listen(), AGAIN_AFTER_MS).unref();
  }
}
