// npm run generate: writes every generated file. With --check it writes nothing and fails when one is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeGenerators } from './generate/code-generators.ts';
import type { GeneratedFile } from './generate/generated-file.ts';

const root = resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

for (const file of codeGenerators) await bringUpToDate(file);
// Loaded only now: it imports code that may just have been written, and a module is read once.
const { generators } = await import('./generate/generators.ts');
for (const file of generators) await bringUpToDate(file);

async function bringUpToDate({ path, generator, content }: GeneratedFile): Promise<void> {
  const file = join(root, path);
  const current = readIfThere(file);
  const wanted = await content(current);
  if (wanted === current) return;
  if (isCheck) {
    console.error(`${path} is stale: run "npm run generate" (it is made by ${generator}).`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
    console.log(`wrote ${path}`);
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
