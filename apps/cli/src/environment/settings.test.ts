import { expect, test } from 'vitest';
import { readSettings, surroundings } from './settings.ts';

const known = ['LOG_LEVEL', 'OPENAI_API_KEY', 'FIREWORKS_AI_TOKEN'];
const configText = 'api_key: os.environ/MISTRAL_API_KEY\napi_base: ${MY_BASE:-http://x}\n';

test("the operator's environment wins over .env, for settings and for what the configuration names", () => {
  const environment = {
    LOG_LEVEL: 'debug',
    MISTRAL_API_KEY: 'm',
    MY_BASE: 'b',
    OPENAI_API_KEY_FILE: '/run/key',
    FIREWORKS_AI_TOKEN: 'f',
    OF_ANOTHER_PROGRAM_API_KEY: 'o',
  };
  expect(readSettings({ environment, envText: 'LOG_LEVEL=warn\nMINE=1\n', known, configText })).toEqual({
    LOG_LEVEL: 'debug',
    MINE: '1',
    MISTRAL_API_KEY: 'm',
    FIREWORKS_AI_TOKEN: 'f',
    MY_BASE: 'b',
    OPENAI_API_KEY_FILE: '/run/key',
  });
});

test('two terminals of one operator give the same settings', () => {
  const sources = { envText: 'LOG_LEVEL=warn\n', known, configText };
  const one = { SHLVL: '1', TERM: 'xterm', PATH: '/bin', npm_lifecycle_event: 'demo' };
  const other = { SHLVL: '3', TERM: 'dumb', PATH: '/checkout/node_modules/.bin:/bin' };
  expect(readSettings({ ...sources, environment: one })).toEqual(readSettings({ ...sources, environment: other }));
});

test("a process runs in the operator's surroundings without his settings, npm's own variables, PORT and HOST", () => {
  const environment = {
    PATH: '/bin',
    HOME: '/root',
    PORT: '1',
    HOST: '0.0.0.0',
    npm_config_x: '1',
    OPENAI_API_KEY: 'k',
  };
  expect(surroundings(environment, { OPENAI_API_KEY: 'k' })).toEqual({ PATH: '/bin', HOME: '/root' });
});
