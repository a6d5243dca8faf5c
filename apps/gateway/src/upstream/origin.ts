import { Connection, type ConnectionOwner } from './connection.ts';
import { requestText, type RequestText } from './request-text.ts';
import { IdleTime } from './idle-time.ts';
import {
  UpstreamError,
  type ResponseHandler,
  type Upstream,
  type UpstreamCall,
  type UpstreamRequest,
} from './upstream.ts';

/** Open streams hold one each, and thousands may be open at once (`bench/gateway/open-streams.ts`); more wait. */
const MOST_CONNECTIONS = 8_192;
const MOST_IDLE = 512;
const LOOK_EVERY_MS = 500;

/** Connections to one origin. The one that was used last is used next, so that those of a burst close by and by. */
export class Origin implements Upstream, ConnectionOwner {
  readonly isTls: boolean;
  readonly host: string;
  readonly port: number;
  tlsSession: Buffer | undefined;
  readonly #mostConnections: number;
  readonly #hostField: string;
  readonly #open = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #idleTime: IdleTime;
  readonly #waiting = new Set<OriginCall>();
  #idleTimer: NodeJS.Timeout | undefined;

  /** Of an absolute URL; only its origin counts. */
  constructor(url: URL, mostConnections = MOST_CONNECTIONS) {
    this.#mostConnections = mostConnections;
    this.isTls = url.protocol === 'https:';
    this.#idleTime = new IdleTime(this.isTls);
    this.host = url.hostname.replaceAll(/^\[|\]$/g, '');
    this.port = Number(url.port) || (this.isTls ? 443 : 80);
    this.#hostField = url.host;
  }

  send(request: UpstreamRequest, handler: ResponseHandler): UpstreamCall {
    const call = new OriginCall(handler, request.idleSeconds);
    try {
      call.text = requestText(request, this.#hostField);
      const connection = this.#take();
      if (connection) call.start(connection);
      else call.wait(this.#waiting);
    } catch (error) {
      queueMicrotask(() => handler.onError(error));
    }
    return call;
  }

  free(connection: Connection, reusableMs: number): void {
    const [next] = this.#waiting;
    if (next) {
      next.start(connection);
      return;
    }
    if (this.#idle.length >= MOST_IDLE) {
      connection.destroy();
      return;
    }
    connection.idleSince = performance.now();
    connection.idleUntil = connection.idleSince + this.#idleTime.within(reusableMs);
    this.#idle.push(connection);
    this.#idleTimer ??= setInterval(() => this.#closeIdle(), LOOK_EVERY_MS).unref();
  }

  closed(connection: Connection): void {
    this.#open.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index !== -1) this.#closedWhileIdle(connection, index);
    const [next] = this.#waiting;
    next?.start(this.#connect());
  }

  async dispose(): Promise<void> {
    clearInterval(this.#idleTimer);
    this.#idleTimer = undefined;
    const reason = new UpstreamError('STOPPING', 'The gateway is stopping');
    for (const call of this.#waiting) call.abort(reason);
    for (const connection of this.#open) connection.fail(reason);
  }

  #take(): Connection | undefined {
    const now = performance.now();
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.idleUntil > now && idle.isOpen) return idle;
      idle.destroy();
    }
    return this.#open.size < this.#mostConnections ? this.#connect() : undefined;
  }

  #connect(): Connection {
    const connection = new Connection(this);
    this.#open.add(connection);
    return connection;
  }

  /** By the vendor, where its time was not over. */
  #closedWhileIdle({ idleSince, idleUntil }: Connection, index: number): void {
    this.#idle.splice(index, 1);
    const now = performance.now();
    if (now < idleUntil) this.#idleTime.hearClosed(now - idleSince);
  }

  #closeIdle(): void {
    const now = performance.now();
    const late = this.#idle.filter(({ idleUntil }) => idleUntil <= now);
    for (const connection of late) connection.destroy();
    if (this.#idle.length === late.length) {
      clearInterval(this.#idleTimer);
      this.#idleTimer = undefined;
    }
  }
}

/** A request that waits for a connection, or has one. */
class OriginCall implements UpstreamCall {
  /** The request, and how it becomes bytes. */
  text: RequestText = { text: '', encoding: 'latin1', rest: undefined };
  readonly #handler: ResponseHandler;
  readonly #idleSeconds: number | undefined;
  #queue: Set<OriginCall> | undefined;
  #connection: Connection | undefined;

  constructor(handler: ResponseHandler, idleSeconds: number | undefined) {
    this.#handler = handler;
    this.#idleSeconds = idleSeconds;
  }

  wait(queue: Set<OriginCall>): void {
    this.#queue = queue.add(this);
  }

  start(connection: Connection): void {
    this.#leaveQueue();
    this.#connection = connection;
    connection.send(this.text, this.#handler, this.#idleSeconds);
  }

  abort(reason: Error): void {
    if (this.#leaveQueue()) this.#handler.onError(reason);
    else if (this.#connection?.serves(this.#handler)) this.#connection.fail(reason);
  }

  pause(): void {
    if (this.#connection?.serves(this.#handler)) this.#connection.pause();
  }

  resume(): void {
    if (this.#connection?.serves(this.#handler)) this.#connection.resume();
  }

  #leaveQueue(): boolean {
    const waited = this.#queue?.delete(this) ?? false;
    this.#queue = undefined;
    return waited;
  }
}
