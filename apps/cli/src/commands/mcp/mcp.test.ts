import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { startScriptedUpstream, temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../main.ts');

const job = {
  id: 'job_1',
  recipe: 'script',
  state: 'succeeded',
  progress: { done: 3, total: 3, label: '' },
  result: { title: 'On tea' },
  partial: null,
  meta: { model: 'gpt-test', cost_usd: 0.01, checks: [] },
  error: null,
};

async function scriptedApi(
  answer: object = { success: true, message: 'Job found.', data: job, meta: {}, timestamp: '' },
) {
  const [api, folder] = await Promise.all([startScriptedUpstream([{ json: answer }]), temporaryFolder()]);
  const env = {
    ...(process.env as Record<string, string>),
    MPC_API_PORT: new URL(api.url).port,
    MPC_API_KEY: 'sk-of-this-stack',
    DATA_DIR: folder.path,
  };
  return {
    api,
    env,
    async [Symbol.asyncDispose]() {
      await api.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('an agent lists and calls the tools of this stack, with its key', { timeout: 60_000 }, async () => {
  await using world = await scriptedApi();
  const transport = new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env: world.env });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('generate_package');
  const { structuredContent } = await client.callTool({ name: 'get_job', arguments: { job_id: 'job_1' } });
  expect(structuredContent).toMatchObject({ state: 'succeeded', result: { title: 'On tea' }, model: 'gpt-test' });
  expect(world.api.requests[0]).toMatchObject({
    path: '/jobs/job_1',
    headers: { authorization: 'Bearer sk-of-this-stack' },
  });
  await client.close();
});

test('nothing but the protocol is written, and the end of the input ends it', { timeout: 60_000 }, async () => {
  await using world = await scriptedApi();
  const child = spawn(process.execPath, [main, 'mcp'], { env: world.env, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)));
  child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })}\n`);
  await expect.poll(() => lines.length, { timeout: 30_000 }).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ jsonrpc: '2.0', id: 1 });
  const exited = once(child, 'exit');
  child.stdin.end();
  expect(await exited).toEqual([0, null]);
  expect(lines).toHaveLength(1);
});
