import type { FastifyInstance, FastifyListenOptions } from 'fastify';
import { CannotStartError } from '../lifecycle/cannot-start-error.ts';
import type { WorkerPlace } from '../workers/worker-place.ts';
import type { ListenAddress } from './listen-address.ts';

/**
 * Listens, logs where, and returns that address; says in one line why it cannot.
 *
 * @param worker among several the place of this process, all of which listen there
 */
export async function listen(app: FastifyInstance, address: ListenAddress, worker?: WorkerPlace): Promise<string> {
  try {
    const { host, port, reusePort = false } = worker ? await worker.addressOf(address) : address;
    return await app.listen({ host, port, reusePort, listenTextResolver: listeningLine } as FastifyListenOptions);
  } catch (error) {
    throw cannotListen(error, address);
  }
}

/** Fastify hands this to the logger as it is, which takes an object as well; whoever waits for the server reads `url`. */
function listeningLine(url: string): string {
  return { url, msg: 'listening' } as unknown as string;
}

/** What the system's refusal means and how to fix it, by its code. */
const refusals: Readonly<Record<string, ((address: Required<ListenAddress>) => string) | undefined>> = {
  EADDRINUSE: ({ host, port, portSetBy }) =>
    `Port ${port} on ${host} is taken (EADDRINUSE). Stop what listens there, or choose another port with ${portSetBy}.`,
  EACCES: ({ host, port, portSetBy }) =>
    `Port ${port} on ${host} may not be used by this user (EACCES). Choose one above 1023 with ${portSetBy}.`,
  EADDRNOTAVAIL: ({ host }) =>
    `${host} is no address of this machine (EADDRNOTAVAIL). Use 127.0.0.1 for this machine alone or 0.0.0.0 for every address.`,
  ENOTFOUND: ({ host }) => `The host name ${host} cannot be found (ENOTFOUND). Use an address such as 127.0.0.1.`,
};

/** The refusal in words; other errors stay as they are. */
export function cannotListen(error: unknown, address: ListenAddress): unknown {
  const explain = refusals[(error as NodeJS.ErrnoException).code ?? ''];
  return explain
    ? new CannotStartError(explain({ portSetBy: '--port', reusePort: false, ...address }), { cause: error })
    : error;
}
