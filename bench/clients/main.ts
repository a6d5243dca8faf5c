// What clients of LiteLLM make of the gateway: README.md in this folder.
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOurs } from '../differential/our-gateway.ts';
import { MASTER_KEY } from '../differential/prepare.ts';
import { installClients, NODE_FOLDER, PYTHON } from './install-clients.ts';
import { startVendor } from './scripted-vendor.ts';

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly why?: string;
}

const PROGRAM_LIMIT_MS = 180_000;
const programs = join(import.meta.dirname, 'programs');

await installClients();
await using vendor = await startVendor();
const gateway = await startOurs({ configuration: configuration(vendor.url), environment: {}, database: false });
if (!gateway) throw new Error('the gateway does not start');
const copies = await mkdtemp(join(NODE_FOLDER, 'run-')).catch(() => mkdtemp(join(tmpdir(), 'clients-')));
const results = new Map<string, readonly Check[]>();
try {
  const names = (await readdir(programs)).toSorted();
  for (const name of names) await copyFile(join(programs, name), join(copies, name));
  for (const name of names.filter((one) => !one.startsWith('check.'))) {
    for (const model of ['gpt', 'claude']) results.set(`${name}, ${model}`, await run(name, model, gateway.url));
  }
} finally {
  await gateway.stop();
  await rm(copies, { recursive: true });
}
report();

function configuration(url: string): Readonly<Record<string, unknown>> {
  const openai = { model: 'openai/gpt-4o', api_key: 'sk-up', api_base: `${url}/v1` };
  const anthropic = { model: 'anthropic/claude-sonnet-4-6', api_key: 'sk-ant', api_base: url };
  const model = (name: string, params: object): object => ({ model_name: name, litellm_params: params });
  return {
    model_list: [
      model('gpt', openai),
      model('claude', anthropic),
      model('gpt-limited', { ...openai, api_base: `${url}/limited/v1` }),
      model('claude-limited', { ...anthropic, api_base: `${url}/limited` }),
    ],
    router_settings: { num_retries: 0, disable_cooldowns: true },
    general_settings: { master_key: MASTER_KEY },
  };
}

function run(name: string, model: string, url: string): Promise<readonly Check[]> {
  const program = name.endsWith('.py') ? PYTHON : process.execPath;
  const args = [join(copies, name), url, MASTER_KEY, model, `${model}-limited`];
  return new Promise((resolve) => {
    execFile(program, args, { cwd: copies, timeout: PROGRAM_LIMIT_MS }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith('{"check"'));
      const checks = lines.map((line) => JSON.parse(line) as Check);
      const died = error && checks.length === 0 ? [{ check: 'start', ok: false, why: stderr.slice(-300) }] : [];
      resolve([...checks, ...died]);
    });
  });
}

function report(): void {
  for (const [name, checks] of results) {
    const words = checks.map(({ check, ok, why = '' }) => (ok ? check : `NOT ${check} (${why})`));
    console.log(`${name}: ${words.join(', ')}`);
  }
  const all = [...results.values()].flat();
  const failed = all.filter(({ ok }) => !ok).length;
  console.log(`${all.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}
