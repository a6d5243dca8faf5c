import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snippet } from './read-snippets.ts';

/**
 * Checks TypeScript snippets with the settings of the repository, all of them at once.
 *
 * @param folder a checkout in which packages are found by their names
 * @returns what the compiler says, by snippet; snippets without a fault are not in it
 */
export async function typeCheck(folder: string, snippets: readonly Snippet[]): Promise<ReadonlyMap<Snippet, string[]>> {
  const place = join(folder, 'snippets');
  await mkdir(place);
  const settings = {
    extends: '../tsconfig.json',
    // A snippet may end with what the reader goes on with.
    compilerOptions: { noUnusedLocals: false },
    // Packages without types of their own are declared where they are imported.
    include: ['*.ts', '../packages/*/src/**/*.d.ts'],
  };
  await writeFile(join(place, 'tsconfig.json'), JSON.stringify(settings));
  await Promise.all(snippets.map(({ text }, index) => writeFile(join(place, `${index}.ts`), text)));
  const printed = await compile(folder, place);
  const faults = new Map<Snippet, string[]>();
  for (const line of printed.split('\n')) {
    const { index, inSnippet, message } =
      /(?:^|\/)(?<index>\d+)\.ts\((?<inSnippet>\d+),\d+\): (?<message>.+)/.exec(line)?.groups ?? {};
    const snippet = snippets[Number(index)];
    if (!snippet) continue;
    const fault = `line ${snippet.line + Number(inSnippet)}: ${message}`;
    faults.set(snippet, [...(faults.get(snippet) ?? []), fault]);
  }
  if (printed.includes('error TS') && faults.size === 0) throw new Error(printed);
  return faults;
}

function compile(folder: string, place: string): Promise<string> {
  const compiler = join(folder, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve) => {
    // It ends with 2 where it finds faults, which its output holds.
    execFile(process.execPath, [compiler, '-p', place, '--pretty', 'false'], { cwd: folder }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}
