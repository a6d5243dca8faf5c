import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';

const firstLines = `
  import { startWarm } from ${JSON.stringify(join(import.meta.dirname, 'warm-start.ts'))};
  const started = startWarm();
`;

/** Starts warm as a server's first line does, with this environment and nothing else; returns what it printed. */
async function startWarm(env: Record<string, string>, rest = ''): Promise<string> {
  const program = ['--input-type=module', '--eval', firstLines + rest];
  const { stdout } = await promisify(execFile)(process.execPath, program, { env });
  return stdout;
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
  await expect(startWarm({ DATA_DIR: '/dev/null/data' })).resolves.toBe('');
});

test('the young generation stays small while a server starts, and grows with what it does then', async () => {
  await using folder = await temporaryFolder();
  const printed = await startWarm(
    { DATA_DIR: folder.path },
    `
    import { getHeapSpaceStatistics } from 'node:v8';
    function megabytesAfterWork() {
      let kept = [];
      for (let made = 0; made < 400_000; made++) kept = made % 20_000 === 0 ? [] : [...kept.slice(-50), { made }];
      return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 2 ** 20;
    }
    const modules = Array.from({ length: 300_000 }, (_, module) => ({ module }));
    const small = megabytesAfterWork();
    started();
    modules.push(...Array.from({ length: 100_000 }, (_, module) => ({ module })));
    const inUse = Array.from({ length: 600_000 }, (_, used) => ({ used }));
    console.log(JSON.stringify([small, megabytesAfterWork(), inUse.length + modules.length]));
    `,
  );
  const [small, grown] = JSON.parse(printed) as [number, number];
  expect(small).toBeLessThanOrEqual(4);
  expect(grown).toBeGreaterThan(2 * small);
});
