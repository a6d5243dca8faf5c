// npm run showrunner -- run apps/gateway/src/testing/keep-litellm-schema.ts FOLDER VERSION: makes the fixture of LiteLLM's
// tables out of its published migrations (PyPI `litellm-proxy-extras`, its folder `litellm_proxy_extras/migrations`).
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpPostgres, restorePostgres, startPostgres } from '@showrunner/testkit';

const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) throw new Error('FOLDER and VERSION are needed');
await using postgres = await startPostgres();
const url = await postgres.createDatabase();
for (const step of (await readdir(folder)).sort()) {
  if (!step.startsWith('2')) continue;
  const text = await readFile(join(folder, step, 'migration.sql'), 'utf8');
  // Each step is a transaction here, and indexes of empty tables need no patience.
  await restorePostgres(url, text.replaceAll(/ CONCURRENTLY\b/gi, ''));
}
const file = join(import.meta.dirname, `../import/__fixtures__/litellm-proxy-extras-${version}.sql`);
await writeFile(file, `-- Written by keep-litellm-schema.ts.\n${await dumpPostgres(url)}`);
