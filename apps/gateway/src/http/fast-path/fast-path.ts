import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { ClientConnection, type ConnectionOwner } from './client-connection.ts';
import type { ConnectionReply } from './connection-reply.ts';
import { postLine, type RequestLines, type WholeRequest } from './read-request.ts';

/** How often connections are looked at; a request whose rest is late by as much is given to Node. */
const SWEEP_EVERY_MS = 1_000;

export type ServeFast<Target> = (request: WholeRequest<Target>, reply: ConnectionReply) => void;

/**
 * Puts a shorter way for hot routes in front of Node's HTTP server. Each connection is read here first; their
 * requests, written the usual way, are read and answered without `node:http`, whose request and response objects took a
 * fifth of a plain request (docs/decisions/0012). With anything else the connection is Node's, from that request on.
 */
export class FastPath<Target> implements ConnectionOwner<Target> {
  readonly lines: RequestLines<Target>;
  readonly serve: ServeFast<Target>;
  readonly #server: Server;
  readonly #connections = new Set<ClientConnection<Target>>();
  readonly #accept: (socket: Socket) => void;
  #datedLine = '';
  #datedAt = 0;

  /** `targets` are what POSTs to paths lead to. */
  constructor(server: Server, targets: ReadonlyMap<string, Target>, serve: ServeFast<Target>) {
    this.lines = new Map([...targets].map(([path, target]) => [postLine(path), target]));
    this.serve = serve;
    this.#server = server;
    const [accept] = server.listeners('connection');
    this.#accept = (socket) => {
      accept?.call(server, socket);
    };
  }

  /** Call it once, before the server listens. */
  takeConnections(): void {
    const server = this.#server;
    server.removeAllListeners('connection');
    server.on('connection', (socket: Socket) => {
      this.#connections.add(new ClientConnection(socket, this));
    });
    this.#closeWithServer();
    const sweep = setInterval(() => this.#sweep(), SWEEP_EVERY_MS).unref();
    server.once('close', () => clearInterval(sweep));
  }

  handOver(connection: ClientConnection<Target>, socket: Socket, bytes: Buffer | undefined): void {
    this.forget(connection);
    // Nothing may be read before Node listens.
    socket.pause();
    if (bytes) socket.unshift(bytes);
    this.#accept(socket);
    process.nextTick(() => socket.resume());
  }

  forget(connection: ClientConnection<Target>): void {
    this.#connections.delete(connection);
  }

  /** What Node's server writes as well; the date is made once a second. */
  lastHeadLines(isLast: boolean): string {
    const now = Date.now();
    if (now - this.#datedAt >= 1000) {
      this.#datedAt = now - (now % 1000);
      this.#datedLine = `date: ${new Date(now).toUTCString()}\r\n`;
    }
    if (isLast) return `${this.#datedLine}connection: close\r\n`;
    const seconds = Math.floor(this.#server.keepAliveTimeout / 1000);
    return `${this.#datedLine}connection: keep-alive\r\nkeep-alive: timeout=${seconds}\r\n`;
  }

  /** Node's own lists hold the connections of its parser alone. */
  #closeWithServer(): void {
    const server = this.#server;
    const closeIdle = server.closeIdleConnections.bind(server);
    const closeAll = server.closeAllConnections.bind(server);
    server.closeIdleConnections = () => {
      closeIdle();
      // Behind the answers of this turn, which are on their way until it ends.
      setImmediate(() => {
        for (const connection of this.#connections) if (connection.isIdle) connection.destroy();
      });
    };
    server.closeAllConnections = () => {
      closeAll();
      for (const connection of this.#connections) connection.destroy();
    };
  }

  #sweep(): void {
    const now = performance.now();
    for (const connection of this.#connections) {
      connection.sweep(now, this.#server.keepAliveTimeout, SWEEP_EVERY_MS);
    }
  }
}
