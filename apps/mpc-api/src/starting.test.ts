import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, it } from 'vitest';

describe('a server that cannot start says why in one line and ends with a code', () => {
  it.each([
    ['open beyond loopback', ['--host', '0.0.0.0'], /MPC_API_KEY/],
    ['an unknown flag', ['--prot', '3000'], /--prot.*--port/],
    ['a port out of range', ['--port', '70000'], /0 to 65535/],
  ] as [string, string[], RegExp][])('%s', async (_what, args, message) => {
    const { code, stderr } = await start(args, {});
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it('all wrong variables at once, with the code by which a supervisor knows not to start it again', async () => {
    const { code, stderr } = await start([], { MPC_STRATEGY: 'big', JOB_RETENTION_DAYS: '0' });
    expect(stderr).toMatch(/MPC_STRATEGY[^]*JOB_RETENTION_DAYS/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(78);
  });

  it('a port that is taken is named', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => void holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as { port: number };
    const { code, stderr } = await start(['--port', String(port)], {});
    expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(code).toBe(1);
    holder.close();
  });
});

async function start(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; stderr: string }> {
  await using folder = await temporaryFolder();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: folder.path, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const stderr = await text(child.stderr);
  return { code: await closed, stderr };
}
