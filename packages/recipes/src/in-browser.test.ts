import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { kinds } from './registry.ts';

const source = import.meta.dirname;

/** A file and everything that it imports before it runs, as a browser would load it; packages by their names. */
function loadedBy(entry: string): Map<string, string> {
  const loaded = new Map<string, string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    const code = file.endsWith('.ts') ? stripTypeScriptTypes(readFileSync(file, 'utf8')) : '';
    loaded.set(file, code);
    for (const [, specifier = ''] of code.matchAll(/^\s*(?:import|export)\b[^;]*?\bfrom '([^']+)'(?: with [^;]*)?;/gm))
      open.push(specifier.startsWith('.') ? join(dirname(file), specifier) : specifier);
  }
  return loaded;
}

function namesOf(loaded: Map<string, string>): string[] {
  return [...loaded.keys()].map((file) => (file.startsWith('/') ? relative(source, file) : file));
}

/** Where prompts and schemas live. */
const FORBIDDEN = /^zod|(?:^|\/)(?:write|repair|input|testing)\/|(?:repair|schema|kind|registry|read-input)\.ts$/;

test('a browser loads neither schemas nor prompts, of numbers and endings those of English alone, and the names of domains', () => {
  const names = namesOf(loadedBy(join(source, 'in-browser.ts')));
  expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  expect(new Set(names.filter((name) => !name.endsWith('.ts')))).toEqual(
    new Set(['@orama/stemmers/english', 'punycode.js', 'tlds', 'n2words/en-US']),
  );
});

/** A package promises nothing beside what its parts do. */
const promising = kinds.filter(({ name }) => name !== 'package');

test('the dialects of image models load no schemas and no prompts either', () => {
  const names = namesOf(loadedBy(join(source, 'image-models/index.ts')));
  expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  expect(names.filter((name) => !name.endsWith('.ts'))).toEqual([
    'tlds',
    'punycode.js',
    'image-models/clip-merges.json',
  ]);
});

test.each(promising)('every check of $name is as light', ({ name }) => {
  const checks = globSync(join(source, name, 'guarantees/*/check.ts'));
  expect(checks.length).toBeGreaterThan(0);
  for (const check of checks) expect(namesOf(loadedBy(check)).filter((file) => FORBIDDEN.test(file))).toEqual([]);
});

/** A third of it are the function words of fifty languages. Bundled as the studio is, by Vite's bundler; what other packages are, and what loads by language, is not in it. */
test('it is small enough to be measured while somebody types', async () => {
  const external = (name: string) => !/^[./]/.test(name);
  const bundle = await rolldown({ input: join(source, 'in-browser.ts'), platform: 'browser', external });
  const { output } = await bundle.generate({ minify: true });
  const chunks = new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])));
  const [entry] = output;
  const atOnce = [entry, ...entry.imports.flatMap((name) => chunks.get(name) ?? [])];
  expect(gzipSync(atOnce.map(({ code }) => code).join('\n')).length).toBeLessThan(51 * 1024);
});
