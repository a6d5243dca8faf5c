import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { startServer } from './start-server.ts';

const entry = fileURLToPath(new URL('__fixtures__/tiny-server.ts', import.meta.url));

describe('a server started for a test', () => {
  test('gets what it is given, none of the developer’s keys, and ends well', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-the-developer');
    const server = await startServer(entry, { env: { GIVEN: 'yes' } });
    vi.unstubAllEnvs();
    expect(await (await fetch(server.url)).json()).toEqual({ key: null, given: 'yes' });
    expect(server.logs[0]).toContain('listening');
    expect(await server.stop()).toBe(0);
  });

  test('that cannot start fails with its own words', async () => {
    await expect(startServer(entry, { args: ['--broken'] })).rejects.toThrow(/ended with 3 .*\n.*port 4000 is taken/);
  });
});
