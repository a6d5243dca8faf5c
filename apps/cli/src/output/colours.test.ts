import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';

/** `config diff` writes colours to standard output, `config show` to standard error. */
const command = (words: string): string =>
  `'${process.execPath}' '${join(import.meta.dirname, '../main.ts')}' ${words}`;
const ESCAPE = '\u001B';

/** util-linux: runs a command on a terminal of its own. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

/** What stands in the file, and what the terminal showed, when a shell line writes to both. */
async function onTerminal(line: string, environment: Readonly<Record<string, string>> = {}) {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'written');
  // Node takes a terminal under CI for one without colours.
  const { NO_COLOR: _off, FORCE_COLOR: _on, CI: _ci, ...inherited } = process.env;
  const { stdout } = await promisify(execFile)('script', ['-qec', line.replace('FILE', `'${file}'`), '/dev/null'], {
    env: { ...inherited, TERM: 'xterm-256color', SHOWRUNNER_CONFIG: 'local', DATA_DIR: folder.path, ...environment },
  });
  return { written: readFileSync(file, 'utf8'), shown: stdout };
}

describe.skipIf(!hasScript)('colours', () => {
  test.each([
    ['a result', 'config diff openai-only >FILE'],
    ['a remark', 'config show local 2>FILE'],
  ])('of %s reach no file', async (_what, words) => {
    const { written } = await onTerminal(command(words));
    expect(written).not.toBe('');
    expect(written).not.toContain(ESCAPE);
  });

  test.each(['config diff openai-only 2>FILE', 'config show local >FILE'])(
    'reach a terminal beside a file: %s',
    async (words) => {
      expect((await onTerminal(command(words))).shown).toContain(ESCAPE);
    },
  );

  test('are left out where NO_COLOR is set, and reach a file too where FORCE_COLOR is', async () => {
    const plain = await onTerminal(command('config diff openai-only 2>FILE'), { NO_COLOR: '1' });
    expect(plain.shown).not.toContain(ESCAPE);
    const forced = await onTerminal(command('config diff openai-only >FILE'), { FORCE_COLOR: '1' });
    expect(forced.written).toContain(ESCAPE);
  });
});
