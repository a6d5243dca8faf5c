import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generators } from './generate/generators.ts';

const root = join(import.meta.dirname, '..');

describe('a generated file', () => {
  test.each(generators)('$path is what $generator makes of its source today', async ({ path, content }) => {
    const current = readFileSync(join(root, path), 'utf8');
    expect(await content(current), 'stale: run "npm run generate"').toBe(current);
  });

  test.each(generators)('$path names what makes it', ({ path, generator }) => {
    const text = readFileSync(join(root, path), 'utf8');
    const names = [generator, 'npm run generate', '<!-- generated: '];
    expect(names.some((name) => text.includes(name))).toBe(true);
  });
});
