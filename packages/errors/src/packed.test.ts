import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

// npm and its scripts run on the Node that runs the tests; scripts are off in this checkout, and packing needs one.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
  npm_config_ignore_scripts: 'false',
};

const app = `
import express from 'express';
import type { Request } from 'express';
import { ErrorTypes, asyncHandler, errorHandler, notFoundHandler } from '@showrunner/errors';
import type { ErrorEnvelope } from '@showrunner/errors';
import { errorsPlugin } from '@showrunner/errors/fastify';

const app = express();
app.get('/jobs/:id', asyncHandler(async (request: Request) => {
  throw ErrorTypes.NOT_FOUND('There is no such job.', { job_id: request.params['id'] });
}));
app.use(notFoundHandler());
app.use(errorHandler());
const server = app.listen(0, '127.0.0.1', async () => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const answer = await fetch('http://127.0.0.1:' + address.port + '/jobs/job_1');
  const { error } = (await answer.json()) as ErrorEnvelope;
  console.log(answer.status, error.code, JSON.stringify(error.details), typeof errorsPlugin);
  server.close();
});
`;

describe('the packed package', () => {
  it('runs and type-checks in an empty Express 5 project', async () => {
    await using folder = await temporaryFolder();
    const tarball = pack(folder.path);
    const project = emptyExpressProject(folder.path);
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], project);
    linkFromWorkspace(project, ['express', 'fastify', '@types']);
    writeFileSync(join(project, 'app.ts'), app);

    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', '.'], project);

    expect(run(process.execPath, ['app.js'], project)).toBe('404 NOT_FOUND {"job_id":"job_1"} function\n');
    expect(readdirSync(join(project, 'node_modules/@showrunner/errors')).sort()).toEqual([
      'README.md',
      'dist',
      'package.json',
    ]);
  }, 120_000);
});

/** Packs a copy, because packing rewrites the manifest for a moment and other tests import the package meanwhile. */
function pack(folder: string): string {
  const checkout = join(folder, 'checkout');
  mkdirSync(join(checkout, 'scripts'), { recursive: true });
  for (const path of ['tsconfig.json', 'scripts/package-dist.ts', 'packages/errors']) {
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  }
  writeFileSync(join(checkout, 'package.json'), '{"private": true, "type": "module"}');
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  run('npm', ['pack', '--silent', '--pack-destination', folder], join(checkout, 'packages/errors'));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball.');
  return join(folder, tarball);
}

function emptyExpressProject(folder: string): string {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "project", "private": true, "type": "module"}');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { module: 'nodenext', target: 'es2023', strict: true, types: ['node'] },
      files: ['app.ts'],
    }),
  );
  return project;
}

/** Linked and not installed, so that the test needs no registry. */
function linkFromWorkspace(project: string, packages: readonly string[]): void {
  for (const name of packages)
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name), 'junction');
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}
