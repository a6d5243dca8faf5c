import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packPackages, runInProject, temporaryFolder } from '@showrunner/testkit';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

const app = `
import { ApiError, Showrunner } from '@showrunner/client';

const client = new Showrunner({ baseUrl: 'http://127.0.0.1:1' });
const title: string = await client.generate.script({ prompt: 'tea' }).then(
  ({ data }) => data.title,
  (error: unknown) => (ApiError.isInstance(error) ? error.code : 'another error'),
);
console.log(title);
`;

it('the packed SDK installs with the error package alone, runs and type-checks', async () => {
  await using folder = await temporaryFolder();
  const tarballs = packPackages(folder.path, ['errors', 'client']);
  const project = join(folder.path, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "project", "private": true, "type": "module"}');
  writeFileSync(join(project, 'app.ts'), app);
  runInProject('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], project);
  symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'), 'junction');

  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  runInProject(
    process.execPath,
    [compiler, '--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node', 'app.ts'],
    project,
  );

  expect(runInProject(process.execPath, ['app.js'], project)).toBe('SERVICE_UNAVAILABLE\n');
  expect(readdirSync(join(project, 'node_modules/@showrunner')).sort()).toEqual(['client', 'errors']);
}, 120_000);
