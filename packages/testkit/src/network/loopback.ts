import { once } from 'node:events';
import { Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';

/** Listens on 127.0.0.1 at a free port and returns `http://127.0.0.1:<port>`. */
export async function listenOnLoopback(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Closes a server together with the connections it still holds. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  if (server instanceof HttpServer) server.closeAllConnections();
  await closed;
}

/**
 * Ports below those that Linux (32768 on), macOS and Windows (49152 on) give to whoever asks for any: one of them is
 * taken only by somebody who names it. A worker of the test runner has a share of its own and begins it anywhere.
 */
const NAMED_PORTS = { first: 20_000, share: 2_000, shares: 5 };
const share = Number(process.env.VITEST_POOL_ID ?? 0) % NAMED_PORTS.shares;
let handedOut = Math.floor(Math.random() * NAMED_PORTS.share);

/**
 * A port that is free, for a program that cannot take port 0. This process hands it out once in two thousand asks,
 * and nobody who asks for any port is given it meanwhile.
 */
export const freePort = (): Promise<number> => firstOfFree(1);

/** Such a port whose successor is handed out with it: the internal listener of a server takes it. */
export const freePortPair = (): Promise<number> => firstOfFree(2);

async function firstOfFree(count: number): Promise<number> {
  for (;;) {
    const within = handedOut % (NAMED_PORTS.share - 1);
    handedOut = within + count;
    const ports = Array.from(
      { length: count },
      (_, index) => NAMED_PORTS.first + share * NAMED_PORTS.share + within + index,
    );
    const free = await Promise.all(ports.map(isFree));
    if (ports[0] !== undefined && free.every(Boolean)) return ports[0];
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  return once(server, 'listening').then(
    async () => {
      await closeServer(server);
      return true;
    },
    () => false,
  );
}
