// npm run generate: writes every generated file. With --check it writes nothing and fails when one is stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generators } from './generate/generators.ts';

const root = resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');

for (const { path, generator, content } of generators) {
  const file = join(root, path);
  const current = readIfThere(file);
  const wanted = await content(current);
  if (wanted === current) continue;
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
