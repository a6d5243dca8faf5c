import { chown, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../network/loopback.ts';
import { startGuarded } from '../process/guarded-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { findProgram } from '../tools/find-program.ts';
import { waitUntil } from '../wait-until.ts';
import { unprivilegedUser } from './unprivileged-user.ts';

export interface RunningPooler {
  /** The URL of the same database behind it. */
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** PgBouncer, which hands each transaction the next free connection, before a database without a password. */
export async function startPooler(databaseUrl: string): Promise<RunningPooler> {
  const program = findProgram('pgbouncer') ?? findProgram('/usr/sbin/pgbouncer');
  if (program === undefined) throw new Error('startPooler: pgbouncer is not on this machine');
  const url = new URL(databaseUrl);
  const [folder, user, port] = [await temporaryFolder(), await unprivilegedUser(), await freePort()];
  if (user !== undefined) await chown(folder.path, user.uid, user.gid);
  const file = join(folder.path, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
* = host=${url.hostname} port=${url.port} user=${url.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
`,
  );
  const guarded = await startGuarded([program, file], folder.path, user);
  await waitUntil(() => isListening(port), { what: `pgbouncer on port ${port}`, output: guarded.output });
  url.port = String(port);
  return { url: url.href, [Symbol.asyncDispose]: () => guarded.end() };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
