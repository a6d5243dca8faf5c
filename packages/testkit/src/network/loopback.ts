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

/** A port that is free now. It can be taken before its use, so give it only to programs that cannot take port 0. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = Number(new URL(await listenOnLoopback(server)).port);
  await closeServer(server);
  return port;
}

/** Such a port whose successor is free as well: the internal listener of a server takes it. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await isFree(port + 1)) return port;
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
