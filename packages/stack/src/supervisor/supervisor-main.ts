import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../process/process-identity.ts';
import { createControlServer, listenOn } from './control-server.ts';
import { lockPath, takeLock } from './exclusive-lock.ts';
import { endLeftovers } from './leftovers.ts';
import { closeState, writeState } from './state-file.ts';
import { Supervisor } from './supervisor.ts';

/** Another supervisor serves this data folder already. */
export const EXIT_ALREADY_SERVED = 3;

/** One that nobody has given anything to run ends after this time. */
const UNUSED_MS = 30_000;

if (import.meta.main) {
  const [dataFolder = '', address = ''] = process.argv.slice(2);
  await supervise(dataFolder, address);
}

/** Serves the stack of one data folder until nothing is left to run. */
async function supervise(dataFolder: string, address: string): Promise<void> {
  process.title = 'showrunner-supervisor';
  // Its socket takes requests that carry secrets, its files are logs: this user's alone.
  process.umask(0o077);
  // Our own output is a file: what a full disk does not take is lost, and nothing else.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const logFolder = join(dataFolder, 'logs');
  mkdirSync(logFolder, { recursive: true, mode: 0o700 });

  const lock = await takeLock(lockPath(dataFolder), 0);
  if (!lock) {
    process.exitCode = EXIT_ALREADY_SERVED;
    return;
  }
  await endLeftovers(dataFolder);

  const self = await identify(process.pid);
  const supervisor = new Supervisor({ logFolder });
  const record = (): void => {
    if (self) writeState(dataFolder, { supervisor: self, address, services: supervisor.record });
  };
  const end = (): void => {
    closeState(dataFolder, { address, services: supervisor.record });
    server.close();
    server.closeAllConnections();
    if (process.platform !== 'win32') rmSync(address, { force: true });
    lock.release();
    process.exit();
  };
  const server = createControlServer({ supervisor, logFolder, startedAt: Date.now(), onEnd: end });

  supervisor.on('state', () => {
    record();
    if (supervisor.isIdle && !supervisor.isEnding) end();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void supervisor.down().then(end));
  process.on('SIGHUP', () => {});
  await listenOn(server, address);
  record();
  setTimeout(() => supervisor.isIdle && end(), UNUSED_MS).unref();
}
