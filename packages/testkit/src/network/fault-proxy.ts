import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { closeServer, listenOnLoopback } from './loopback.ts';

/** What the proxy does to traffic; each may be changed at any moment and holds for open connections too. */
export interface NetworkFault {
  /** Wait before passing on what the target sends, in milliseconds. */
  latencyMs?: number;
  /** Pass on what the target sends in pieces of so many bytes. */
  sliceBytes?: number;
  /**
   * Take bytes and pass none on, in either direction: a network that drops packets. A direction that lost some stays
   * silent for as long as its connection lives, for no TCP stream goes on behind a gap.
   */
  silent?: boolean;
  /** Do this to connections alone whose first bytes hold this text: a program's name, a host. */
  only?: string;
}

export interface FaultProxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Replaces the fault; `{}` heals. */
  setFault(fault: NetworkFault): void;
  /** Refuses new connections and resets the open ones, until `up()`. */
  down(): void;
  up(): void;
  /** Resets every open connection once. */
  resetConnections(): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A TCP proxy on 127.0.0.1 between a client and a real server, to make the network between them bad. */
export async function startFaultProxy(target: { host?: string; port: number }): Promise<FaultProxy> {
  let fault: NetworkFault = {};
  let isDown = false;
  const sockets = new Set<Socket>();

  const server = createServer({ noDelay: true }, (client) => {
    if (isDown) {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect({ host: target.host ?? '127.0.0.1', port: target.port, noDelay: true });
    join(client, upstream);
    let opening: string | undefined;
    const faultHere = (): NetworkFault => (fault.only === undefined || opening?.includes(fault.only) ? fault : {});
    void passOn(client, upstream, (bytes) => {
      opening ??= bytes.toString('latin1');
      return { silent: faultHere().silent ?? false };
    });
    void passOn(upstream, client, faultHere);
  });

  const join = (one: Socket, other: Socket): void => {
    for (const [socket, peer] of [[one, other] as const, [other, one] as const]) {
      sockets.add(socket);
      socket.on('error', () => peer.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        peer.destroy();
      });
    }
  };
  const resetConnections = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  const close = async (): Promise<void> => {
    const closed = closeServer(server);
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const url = await listenOnLoopback(server);
  return {
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    setFault: (next) => {
      fault = next;
    },
    down: () => {
      isDown = true;
      resetConnections();
    },
    up: () => {
      isDown = false;
    },
    resetConnections,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Passes bytes from one socket to the other in order; the fault is read anew for each piece. */
async function passOn(from: Socket, to: Socket, currentFault: (bytes: Buffer) => NetworkFault): Promise<void> {
  let hasGap = false;
  try {
    for await (const bytes of from as AsyncIterable<Buffer>) {
      const { latencyMs = 0, sliceBytes = bytes.length } = currentFault(bytes);
      if (latencyMs > 0) await setTimeout(latencyMs);
      for (let start = 0; start < bytes.length; start += sliceBytes) {
        hasGap ||= currentFault(bytes).silent === true;
        if (hasGap) continue;
        if (!to.write(bytes.subarray(start, start + sliceBytes))) await once(to, 'drain');
      }
    }
    to.end();
  } catch {
    // A broken connection ends both sides; the sockets' own events see to it.
    to.destroy();
  }
}
