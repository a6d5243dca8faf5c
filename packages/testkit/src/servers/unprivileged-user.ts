import { readFile } from 'node:fs/promises';

/** Whom root runs a program as that refuses root, the system's user `postgres`; nobody else where we are not root. */
export async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith('postgres:'));
  if (line === undefined) throw new Error('This runs as root, and there is no user "postgres" to run Postgres as.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
