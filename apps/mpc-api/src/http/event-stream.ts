import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Server-sent events to one caller. */
export interface EventStream {
  send(event: string, dataJson: string): void;
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

/** Answers with server-sent events: numbered, unbuffered by proxies, with a comment as heartbeat. */
export function openEventStream(
  reply: FastifyReply,
  { heartbeatMs = HEARTBEAT_MS, onHeartbeat }: EventStreamOptions = {},
): EventStream {
  // What is pushed waits here for a slow reader; it is never more than one answer's events.
  const stream = new Readable({ read: () => undefined });
  const heartbeat = setInterval(() => {
    onHeartbeat?.();
    if (stream.readableLength === 0) stream.push(': heartbeat\n\n');
  }, heartbeatMs);
  stream.once('close', () => clearInterval(heartbeat));
  let sent = 0;

  void reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-cache, no-transform')
    .header('x-accel-buffering', 'no')
    .send(stream);

  return {
    send(event, dataJson) {
      if (stream.destroyed) return;
      sent += 1;
      stream.push(`id: ${sent}\nevent: ${event}\ndata: ${dataJson}\n\n`);
    },
    end() {
      clearInterval(heartbeat);
      if (!stream.destroyed) stream.push(null);
    },
  };
}
