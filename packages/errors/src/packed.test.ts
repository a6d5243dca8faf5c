import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packPackages, runInProject, temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

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
    const tarballs = packPackages(folder.path, ['errors']);
    const project = emptyExpressProject(folder.path);
    runInProject('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], project);
    linkFromWorkspace(project, ['express', 'fastify', '@types']);
    writeFileSync(join(project, 'app.ts'), app);

    runInProject(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--project', '.'], project);

    expect(runInProject(process.execPath, ['app.js'], project)).toBe('404 NOT_FOUND {"job_id":"job_1"} function\n');
    expect(readdirSync(join(project, 'node_modules/@showrunner/errors')).sort()).toEqual([
      'README.md',
      'dist',
      'package.json',
    ]);
  }, 120_000);
});

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
