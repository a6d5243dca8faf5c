import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Server-sent events to one caller. */
export interface EventStream {
  readonly reply: FastifyReply;
  /** Aborts when the caller has left or the stream has ended. */
  readonly closed: AbortSignal;
  /** @param id by which the stream is gone on with; only what is stored has one */
  send(event: string, dataJson: string, id?: number): void;
  /** Says after how many milliseconds a caller who loses the stream is to come again. */
  comeAgain(afterMs: number): void;
  end(): void;
}

/** Proxies and browsers give up on a connection that is silent for longer. */
const HEARTBEAT_MS = 15_000;

export interface EventStreamOptions {
  /** A comment is sent this often while nothing else is. Default 15 s. */
  readonly heartbeatMs?: number;
  /** Told each time, for what has to be looked at again while the stream goes on. */
  readonly onHeartbeat?: () => void;
}

/** Answers with server-sent events: unbuffered by proxies, with a comment as heartbeat. */
export function openEventStream(
  reply: FastifyReply,
  { heartbeatMs = HEARTBEAT_MS, onHeartbeat }: EventStreamOptions = {},
): EventStream {
  // What is pushed waits here for a slow reader; it is never more than one answer's events.
  const stream = new Readable({ read: () => undefined });
  const closed = new AbortController();
  const heartbeat = setInterval(() => {
    onHeartbeat?.();
    if (stream.readableLength === 0) stream.push(': heartbeat\n\n');
  }, heartbeatMs);
  stream.once('close', () => {
    clearInterval(heartbeat);
    closed.abort();
  });

  void reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(stream);

  const push = (block: string): void => {
    if (!stream.destroyed && !stream.readableEnded) stream.push(`${block}\n\n`);
  };
  return {
    reply,
    closed: closed.signal,
    send(event, dataJson, id) {
      const first = id === undefined ? '' : `id: ${id}\n`;
      push(`${first}event: ${event}\ndata: ${onOneLine(dataJson)}`);
    },
    comeAgain: (afterMs) => push(`retry: ${afterMs}`),
    end() {
      clearInterval(heartbeat);
      if (!stream.destroyed) stream.push(null);
      closed.abort();
    },
  };
}

/** JSON has no line ends outside of its texts; some readers take these letters for one. */
function onOneLine(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
