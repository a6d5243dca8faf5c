import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';

const program = `
  import { keepCompiledModules } from ${JSON.stringify(join(import.meta.dirname, 'warm-start.ts'))};
  keepCompiledModules();
`;

/** Starts warm as a server's first line does, with this environment and nothing else. */
async function startWarm(env: Record<string, string>): Promise<void> {
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { env });
}

test.skipIf(process.platform === 'win32')(
  'a data folder that is not there yet is made for its user alone, compiled code or not',
  async () => {
    await using folder = await temporaryFolder();
    const data = join(folder.path, 'deep', 'data');
    await startWarm({ DATA_DIR: data });
    for (const made of [data, join(folder.path, 'deep'), join(data, 'compile-cache')]) {
      expect(statSync(made).mode & 0o777).toBe(0o700);
    }
  },
);

test('a data folder that cannot be made is for the server to tell', async () => {
  await expect(startWarm({ DATA_DIR: '/dev/null/data' })).resolves.toBeUndefined();
});
