import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Peer } from './peers.ts';

const run = promisify(execFile);

/** Debian puts it where only the administrator looks. */
const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin`;

/** nginx, which checks one key and passes all else on: `nginx.conf` beside this file. */
export const nginx: Peer = {
  name: 'nginx, one key',
  async install() {
    await run('nginx', ['-v'], { env: { ...process.env, PATH } }).catch(() => {
      throw new Error(
        'There is no nginx on this machine: apt-get install nginx-light, or leave it out by --without-nginx.',
      );
    });
  },
  async command({ port, upstreamUrl, key, folder }) {
    const template = await readFile(join(import.meta.dirname, 'nginx.conf'), 'utf8');
    const file = join(folder, 'nginx.conf');
    const values: Readonly<Record<string, string>> = {
      PORT: String(port),
      KEY: key,
      UPSTREAM: new URL(upstreamUrl).host,
      FOLDER: folder,
    };
    // Comments name what is filled in as well.
    const text = template
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll(/\b(?:PORT|KEY|UPSTREAM|FOLDER)\b/g, (name) => values[name] ?? name);
    await writeFile(file, text);
    return { argv: ['nginx', '-c', file], env: { PATH }, headers: {} };
  },
};
