import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  openAiChunks,
  openAiCompletion,
  packPackages,
  runInProject,
  startScriptedUpstream,
  startServer,
  temporaryFolder,
  type Behaviour,
  type RecordedRequest,
  type TemporaryFolder,
} from '@showrunner/testkit';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';

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

let folder: TemporaryFolder;
let project: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  project = join(folder.path, 'project');
  const tarballs = packPackages(folder.path, ['errors', 'client']);
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"name": "project", "private": true, "type": "module"}');
  runInProject('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs], project);
  symlinkSync(join(root, 'node_modules/@types'), join(project, 'node_modules/@types'), 'junction');
}, 120_000);
afterAll(() => folder[Symbol.asyncDispose]());

it('the packed SDK installs with the error package alone, runs and type-checks', () => {
  writeFileSync(join(project, 'app.ts'), app);
  compile('app.ts');
  expect(runInProject(process.execPath, ['app.js'], project)).toBe('SERVICE_UNAVAILABLE\nping\ntrue\n');
  expect(readdirSync(join(project, 'node_modules/@showrunner')).sort()).toEqual(['client', 'errors']);
}, 120_000);

it('what its README begins with runs as it stands, from the tarball', async () => {
  const gateway = await startScriptedUpstream((request) =>
    request.method === 'GET' ? { json: { data: [model] } } : writes(request),
  );
  const server = await startServer(join(root, 'apps/mpc-api/src/main.ts'), {
    args: ['--port', '0'],
    env: { LITELLM_BASE_URL: gateway.url, MPC_API_KEY: 'sk-of-the-readme' },
  });
  const [, quickStart = ''] =
    /```ts\n(.*?)```/s.exec(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')) ?? [];
  writeFileSync(join(project, 'quick-start.ts'), quickStart.replaceAll('http://127.0.0.1:3000', server.url));
  compile('quick-start.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['quick-start.js'], {
    cwd: project,
    env: { ...process.env, MPC_API_KEY: 'sk-of-the-readme' },
  });
  // The estimate, the script with its cost, and the scenes of a stream.
  expect(stdout).toMatch(/^\d+ null\n[^]*espresso[^]*null\n[^]*narration/i);
  await server.stop();
  await gateway.close();
}, 120_000);

function compile(file: string): void {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node'];
  runInProject(process.execPath, [compiler, ...options, file], project);
}

const model = { model_name: 'default', litellm_params: { model: 'openai/gpt-test' }, model_info: { mode: 'chat' } };

/** Whatever is asked for, by the name of its schema. */
function writes({ body }: RecordedRequest): Behaviour {
  const { stream, response_format } = body as {
    stream?: boolean;
    response_format?: { json_schema?: { name?: string } };
  };
  const text = JSON.stringify(response_format?.json_schema?.name === 'metadata' ? metadata : script);
  return stream ? { sse: openAiChunks(text) } : { json: openAiCompletion({ text }) };
}

const metadata = {
  titles: ['How espresso works inside the machine', 'The pressure behind espresso', 'Why does espresso foam?'].map(
    (text) => ({ text, angle: 'how_to' }),
  ),
  description: 'How espresso works, from finely ground coffee to the golden foam on top of it.',
  tags: ['how espresso works', 'espresso', 'coffee'],
  captions: [{ platform: 'tiktok', text: 'How espresso works in half a minute.', hashtags: ['espresso'] }],
};

const script = {
  title: 'How Espresso Works',
  logline: 'What nine bars of pressure do to a spoonful of coffee.',
  cta: 'Pull one shot tomorrow with a timer.',
  scenes: [
    'A shot of espresso takes about twenty seven seconds, and most of its taste is decided in the first eight.',
    'A pump presses hot water onto the packed coffee. The pressure forces oils and tiny gas bubbles into the cup.',
    'Those bubbles are the crema, the golden foam on top. Pull one shot tomorrow with a timer.',
  ].map((narration, index) => ({
    narration,
    on_screen_text: '',
    visual: ['barista starting a shot', 'steel espresso machine', 'crema in a glass cup'][index],
    broll: [
      {
        query_en: 'espresso machine',
        description: 'an espresso machine',
        image_prompt: 'espresso machine, soft light',
      },
    ],
    pace: 'normal',
    emphasis: [],
  })),
  claims: [],
};

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
