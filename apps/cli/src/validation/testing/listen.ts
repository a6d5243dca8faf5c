import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Takes a port until it is disposed. */
export async function listen(server: Server = createServer(), port = 0): Promise<Server> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
