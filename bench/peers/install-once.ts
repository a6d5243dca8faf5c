import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where peers are kept between runs: outside the checkout, like everything that is downloaded. */
export const PEERS_CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'showrunner-bench');

/** Installs into a folder that exists afterwards only if the installation went through. */
export async function installOnce(folder: string, install: (folder: string) => Promise<void>): Promise<void> {
  const isThere = await access(join(folder, '.complete')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  console.log(`installing into ${folder} …`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await install(folder);
  await writeFile(join(folder, '.complete'), '');
}
