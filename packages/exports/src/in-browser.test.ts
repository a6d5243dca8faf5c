import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** A file and everything that it imports, packages by their names. */
function loadedBy(entry: string): Set<string> {
  const loaded = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    const code = file.startsWith('/') ? readFileSync(file, 'utf8') : '';
    for (const [, specifier = ''] of code.matchAll(/\bfrom '([^']+)';/g))
      open.push(specifier.startsWith('.') ? join(dirname(file), specifier) : specifier);
  }
  return loaded;
}

test('a browser loads nothing but the renderers and what can be measured there', () => {
  const packages = [...loadedBy(join(import.meta.dirname, 'index.ts'))].filter((name) => !name.startsWith('/'));
  expect(packages).toEqual(['@showrunner/recipes/in-browser']);
});
