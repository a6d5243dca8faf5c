import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('links only to files that are there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  it('names only paths of the repository that are there', () => {
    const paths = [...text.matchAll(/(?<![\w/.])(?:apps|packages|runtime|bench|scripts|ai-infra)\/[\w./-]*[\w/]/g)]
      .map(([path]) => path)
      .filter((path) => !/node_modules|\.db$/.test(path));
    const isThere = (path: string) =>
      [root, join(root, dirname(document))].some((base) => existsSync(join(base, path)));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });
});
