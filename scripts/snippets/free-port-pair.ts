import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from '@showrunner/testkit';

/** A free port whose successor is free as well: the internal listener of a server takes it. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await isFree(port + 1)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  return once(server, 'listening').then(
    () => {
      server.close();
      return true;
    },
    () => false,
  );
}
