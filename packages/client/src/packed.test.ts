import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packPackages, runInProject, temporaryFolder } from '@showrunner/testkit';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

const app = `
import { ApiError, Showrunner, verifyWebhook, WebhookVerificationError } from '@showrunner/client';

const client = new Showrunner({ baseUrl: 'http://127.0.0.1:1' });
const title: string = await client.generate.script({ prompt: 'tea' }).then(
  ({ data }) => data.title,
  (error: unknown) => (ApiError.isInstance(error) ? error.code : 'another error'),
);
console.log(title);

const [body, headers, secret] = ${JSON.stringify(signedPing())} as const;
console.log(verifyWebhook(body, new Headers(headers), secret).type);
try {
  verifyWebhook(body + ' ', headers, secret);
} catch (error) {
  console.log(error instanceof WebhookVerificationError);
}
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

  expect(runInProject(process.execPath, ['app.js'], project)).toBe('SERVICE_UNAVAILABLE\nping\ntrue\n');
  expect(readdirSync(join(project, 'node_modules/@showrunner')).sort()).toEqual(['client', 'errors']);
}, 120_000);

function signedPing() {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const body = '{"type":"ping","timestamp":"2026-11-29T08:00:00.000Z","data":{}}';
  const now = new Date();
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('msg_1', now, body),
  };
  return [body, headers, secret];
}
