import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startServer } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { configSource } from './config-source.ts';
import { liteLlmOptions } from './litellm/command-line-options.ts';

test.each(liteLlmOptions.map(({ name, takesValue }) => [name, takesValue] as const))(
  '--%s of LiteLLM is acted on or named, and never ends the start',
  (name, takesValue) => {
    const given = takesValue ? [`--${name}`, '75'] : [`--${name}`];
    const line = readCommandLine(given);
    expect(line.notActedOn.every((option) => option === `--${name}`)).toBe(true);
  },
);

test('options that change nothing here are named once each, by what was written', () => {
  const args = ['--run_gunicorn', '--max_requests_before_restart', '1000', '--telemetry', 'False'];
  expect(readCommandLine(args).notActedOn).toEqual(['--max_requests_before_restart', '--run_gunicorn']);
  const environment = { NUM_WORKERS: '4', SSL_KEYFILE_PATH: '/k', LIMIT_CONCURRENCY: '', PORT: '4000', HOST: 'x' };
  expect(readCommandLine([], environment).notActedOn).toEqual(['SSL_KEYFILE_PATH']);
});

test('what stands beside a model are its parameters', () => {
  const args = ['-m', 'openai/x', '--alias', 'a', '--api_base', 'http://x', '--max_tokens', '5', '--drop_params'];
  const line = readCommandLine([...args, '--temperature', '0.5', '--request_timeout', '9']);
  expect(configSource(line, undefined)).toEqual({
    settings: {
      model_list: [
        {
          model_name: 'a',
          litellm_params: {
            model: 'openai/x',
            api_base: 'http://x',
            max_tokens: 5,
            temperature: 0.5,
            timeout: 9,
            drop_params: true,
          },
        },
      ],
    },
  });
});

test('variables stand in for options', () => {
  const line = readCommandLine([], { KEEPALIVE_TIMEOUT: '75', DETAILED_DEBUG: 'True' });
  expect(line).toMatchObject({ keepAliveSeconds: 75, isDebug: true, notActedOn: [] });
  expect(readCommandLine(['--keepalive_timeout', '5'], { KEEPALIVE_TIMEOUT: '75' }).keepAliveSeconds).toBe(5);
});

test("how many processes serve is said by our name, by LiteLLM's, or by its variable", () => {
  expect(readCommandLine([]).workers).toBe(1);
  expect(readCommandLine([], { NUM_WORKERS: '4' }).workers).toBe(4);
  expect(readCommandLine(['--num_workers', '3'], { NUM_WORKERS: '4' }).workers).toBe(3);
  expect(readCommandLine(['--num_workers', '3', '--workers', '2']).workers).toBe(2);
});

test.each([
  [['--confg', 'x'], /--confg/],
  [['--workers', '0'], /is no number of processes; write a whole number from 1 to 256/],
  [['--num_workers', 'auto'], /"auto" is no number of processes/],
  [['--port', 'x'], /is no port/],
  [['--keepalive_timeout', 'soon'], /no number of seconds/],
])('%s is refused with the usage or the reason', (args, reason) => {
  expect(() => readCommandLine(args)).toThrow(reason);
});

const mainFile = fileURLToPath(new URL('main.ts', import.meta.url));

test('connections are kept as long as is said, and what is not acted on is in the log', async () => {
  const args = [
    '--model',
    'openai/x',
    '--port',
    '0',
    '--host',
    '127.0.0.1',
    '--keepalive_timeout',
    '75',
    '--run_gunicorn',
  ];
  const server = await startServer(mainFile, { args, env: { OPENAI_API_KEY: 'sk-x' } });
  const { headers } = await fetch(`${server.url}/health`);
  expect(headers.get('keep-alive')).toBe('timeout=75');
  await expect
    .poll(() => server.logs.filter((line) => line.includes('--run_gunicorn')), { timeout: 10_000 })
    .toHaveLength(1);
  await server.stop();
});

test('the version is said without a configuration', () => {
  const said = spawnSync(process.execPath, [mainFile, '--version'], { encoding: 'utf8' });
  expect([said.status, said.stdout]).toEqual([0, expect.stringMatching(/\d+\.\d+\.\d+/)]);
});
