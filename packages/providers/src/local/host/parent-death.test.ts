import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { requireTool } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { hasTestModel } from '../testing/test-model.ts';

const hasModel = await hasTestModel();

describe.skipIf(!hasModel)("the model's process", requireTool('local-model'), () => {
  test('dies with its parent, even in the middle of an answer', { timeout: 60_000 }, async () => {
    const program = fileURLToPath(new URL('../testing/start-and-talk.ts', import.meta.url));
    const parent = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const model = Number(line.toString());
    expect(isRunning(model)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isRunning(model), { timeout: 10_000 }).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
