import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { requireTool, temporaryFolder, testPowerShell } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Stands in for the bootstrap: says what it was given. */
const BOOTSTRAP = 'console.log(JSON.stringify(process.argv.slice(2)));\n';

/** PowerShell takes seconds to start, and many at once on a busy machine longer. */
const TIMEOUT_MS = 60_000;

interface Launcher {
  readonly file: string;
  readonly options: object;
  /** What it hands to the bootstrap before the words that it is given. */
  readonly adds: readonly string[];
  readonly run: (path: string, words: readonly string[]) => Promise<{ stdout: string }>;
}

const execute = promisify(execFile);
const launchers: readonly Launcher[] = [
  { file: 'showrunner', options: {}, adds: [], run: (path, words) => execute(path, words) },
  { file: 'validate-infrastructure.sh', options: {}, adds: ['validate'], run: (path, words) => execute(path, words) },
  {
    file: 'ai-infra-manage.ps1',
    options: requireTool('powershell'),
    adds: [],
    run: (path, words) => execute(testPowerShell(), ['-NoProfile', '-File', path, ...words]),
  },
];

/** Ways to the launcher in `checkout`, from a folder of programs beside it. */
const ways: Readonly<Record<string, (launcher: string, programs: string) => Promise<string>>> = {
  'by its own name': async (launcher) => launcher,
  'by a link with the full path': (launcher, programs) => link(launcher, join(programs, 'run.ps1')),
  'by a relative link': (launcher, programs) => link(relative(programs, launcher), join(programs, 'run.ps1')),
  'by a link to a link in another folder': async (launcher, programs) => {
    const first = await link(relative(programs, launcher), join(programs, 'first.ps1'));
    const elsewhere = join(programs, 'deep er', 'still');
    await mkdir(elsewhere, { recursive: true });
    return link(relative(elsewhere, first), join(elsewhere, 'second.ps1'));
  },
  'through a folder that is a link': async (launcher, programs) => {
    const folder = await link(dirname(launcher), join(programs, 'checkout'));
    return join(folder, relative(dirname(launcher), launcher));
  },
};

async function link(target: string, path: string): Promise<string> {
  await symlink(target, path);
  return path;
}

describe.skipIf(process.platform === 'win32').each(launchers)('$file', ({ file, options, adds, run }) => {
  test.for(Object.entries(ways))('runs %s', { timeout: TIMEOUT_MS, ...options }, async ([, way]) => {
    await using folder = await temporaryFolder();
    const [checkout, programs] = [join(folder.path, 'my [check] out'), join(folder.path, 'pro grams')];
    await Promise.all([mkdir(join(checkout, 'runtime'), { recursive: true }), mkdir(programs)]);
    await copyFile(join(root, file), join(checkout, file));
    await writeFile(join(checkout, 'runtime/bootstrap.mjs'), BOOTSTRAP);
    const { stdout } = await run(await way(join(checkout, file), programs), ['a b', 'c']);
    expect(JSON.parse(stdout)).toEqual([...adds, 'a b', 'c']);
  });
});

describe('help', { timeout: TIMEOUT_MS }, () => {
  test.for([['-Help'], ['help', '-Help'], ['ps', '-Help'], ['config'], ['help'], []])(
    'of ai-infra-manage.ps1 %j is no failure',
    { timeout: TIMEOUT_MS, ...requireTool('powershell') },
    async (words) => {
      const { stdout, stderr } = await execute(testPowerShell(), [
        '-NoProfile',
        '-File',
        join(root, 'ai-infra-manage.ps1'),
        ...words,
      ]);
      expect({ stdout, stderr }).toEqual({
        stdout: expect.stringContaining('Usage: showrunner') as unknown,
        stderr: '',
      });
    },
  );

  test('of validate-infrastructure.sh is no failure', async () => {
    const { stdout } = await execute(join(root, 'validate-infrastructure.sh'), ['--help']);
    expect(stdout).toContain('Usage: showrunner validate');
  });
});
