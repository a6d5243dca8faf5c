import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kinds } from './registry.ts';

const source = import.meta.dirname;

/** A file and everything that it imports before it runs, as a browser would load it; packages by their names. */
function loadedBy(entry: string): Map<string, string> {
  const loaded = new Map<string, string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    const code = file.startsWith('/') ? stripTypeScriptTypes(readFileSync(file, 'utf8')) : '';
    loaded.set(file, code);
    for (const [, specifier = ''] of code.matchAll(/^\s*(?:import|export)\b[^;]*?\bfrom '([^']+)';/gm))
      open.push(specifier.startsWith('.') ? join(dirname(file), specifier) : specifier);
  }
  return loaded;
}

function namesOf(loaded: Map<string, string>): string[] {
  return [...loaded.keys()].map((file) => (file.startsWith('/') ? relative(source, file) : file));
}

/** Where prompts and schemas live. */
const FORBIDDEN = /^zod|(?:^|\/)(?:write|repair|input|testing)\/|(?:repair|schema|kind|registry|read-input)\.ts$/;

test('a browser loads neither schemas nor prompts, and of the numbers those of English alone', () => {
  const names = namesOf(loadedBy(join(source, 'in-browser.ts')));
  expect(names.filter((name) => FORBIDDEN.test(name))).toEqual([]);
  expect(names.filter((name) => !name.endsWith('.ts'))).toEqual(['n2words/en-US']);
});

/** A package promises nothing beside what its parts do. */
const promising = kinds.filter(({ name }) => name !== 'package');

test.each(promising)('every check of $name is as light', ({ name }) => {
  const checks = globSync(join(source, name, 'guarantees/*/check.ts'));
  expect(checks.length).toBeGreaterThan(0);
  for (const check of checks) expect(namesOf(loadedBy(check)).filter((file) => FORBIDDEN.test(file))).toEqual([]);
});

/** Comments and long names are in it, which a build takes away; the numbers of English are not. */
test('it is small enough to be measured while somebody types', () => {
  const code = [...loadedBy(join(source, 'in-browser.ts')).values()].join('\n');
  expect(gzipSync(code).length).toBeLessThan(35 * 1024);
});
