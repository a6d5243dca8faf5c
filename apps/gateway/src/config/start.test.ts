import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';

const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url));

test.each([
  ['that is not there', undefined, /cannot be read \(ENOENT\)\n {2}mend: check the path/],
  ['that is no YAML', 'model_list: [', /is no valid YAML/],
])('a start with a configuration %s says why in a line and how to mend it, and exits with 1', async (_, text, said) => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'config.yaml');
  if (text !== undefined) writeFileSync(file, text);
  const { status, stderr } = spawnSync(process.execPath, [mainFile, '--config', file, '--port', '0'], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: folder.path },
  });
  expect(stderr).toMatch(said);
  expect(stderr).not.toContain('    at ');
  expect(status).toBe(1);
});
