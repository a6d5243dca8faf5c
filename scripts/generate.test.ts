import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { codeGenerators } from './generate/code-generators.ts';
import { generators } from './generate/generators.ts';
import { copyCheckout } from './snippets/checkout-copy.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const all = [...codeGenerators, ...generators];

describe('a generated file', () => {
  test.each(all)('$path is what $generator makes of its source today', async ({ path, content }) => {
    const current = readFileSync(join(root, path), 'utf8');
    expect(await content(current), 'stale: run "npm run generate"').toBe(current);
  });

  test.each(all)('$path names what makes it', ({ path, generator }) => {
    const text = readFileSync(join(root, path), 'utf8');
    const names = [generator, 'npm run generate', '<!-- generated: '];
    expect(names.some((name) => text.includes(name))).toBe(true);
  });
});

test('one run writes all that follows from a new vendor', { timeout: 60_000 }, async () => {
  await using checkout = await copyCheckout(root);
  const generate = (...options: string[]) =>
    run(process.execPath, [join(checkout.path, 'scripts/generate.ts'), ...options]);
  await addVendor(join(checkout.path, 'packages/providers/src'));

  const { stdout } = await generate();
  expect(stdout.trim().split('\n')).toEqual([
    'wrote packages/providers/src/registry.generated.ts',
    'wrote docs/reference/configuration.md',
    'wrote docker-compose.yml',
    'wrote docs/guides/providers.md',
  ]);
  await generate('--check');
});

/** Groq under another name, with variables of its own. */
async function addVendor(vendors: string): Promise<void> {
  await cp(join(vendors, 'groq'), join(vendors, 'tester'), { recursive: true });
  const description = join(vendors, 'tester/vendor.ts');
  const text = await readFile(description, 'utf8');
  const renamed = text.replaceAll("'groq'", "'tester'").replaceAll("'Groq'", "'Tester'").replaceAll('GROQ_', 'TESTER_');
  await writeFile(description, renamed);
}
