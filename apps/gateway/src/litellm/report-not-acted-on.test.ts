import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openAiCompletion, startScriptedUpstream } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { gatewayEnvironment } from '../environment.ts';
import { ask, openAiModel, startGateway } from '../testing/start-gateway.ts';
import names from './names.generated.json' with { type: 'json' };
import { variablesOfParts } from './variables-of-parts.ts';

/** The names in capitals of a source, but for those of comments and of its own constants. */
function namedIn(source: string): string[] {
  const code = source.replaceAll(/\/\*\*?[^]*?\*\/|\/\/.*/g, '');
  return [...code.matchAll(/\b[A-Z][A-Z0-9_]+\b/g)]
    .map(([name]) => name)
    .filter((name) => !code.includes(`const ${name}`));
}

test('each variable of LiteLLM that is set is acted on, or told once', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  const told = {
    SSL_VERIFY: 'False',
    WEB_CONCURRENCY: '4',
    LITELLM_MODE: 'PRODUCTION',
    LITELLM_LOCAL_MODEL_COST_MAP: 'True',
    LITELLM_DROP_PARAMS: 'True',
    JSON_LOGS: 'True',
    UI_PASSWORD: 'x',
    SMTP_HOST: 'smtp.example.com',
    DEFAULT_MAX_RETRIES: '3',
    AIOHTTP_TRUST_ENV: 'True',
    SEPARATE_HEALTH_APP: '1',
    REDIS_SSL: 'True',
  };
  const acted = {
    LITELLM_LOG: 'INFO',
    OPENAI_ORGANIZATION: 'org-all',
    STORE_MODEL_IN_DB: 'True',
    REQUEST_TIMEOUT: '30',
  };
  await using gateway = await startGateway({ model_list: [openAiModel('m', upstream.url)] }, { ...told, ...acted });
  expect((await gateway.post(ask('m'))).status).toBe(200);
  expect(upstream.requests[0]?.headers['openai-organization']).toBe(acted.OPENAI_ORGANIZATION);
  const lines = gateway.logs.filter((line) => line.includes('of LiteLLM'));
  const named = lines.map((line) => {
    const { variable, option } = JSON.parse(line) as { variable?: string; option?: string };
    return variable ?? option;
  });
  expect(new Set(named)).toEqual(new Set(Object.keys(told)));
  expect(named).toHaveLength(Object.keys(told).length);
});

test('a deployment says for itself as which organization it is called', async () => {
  await using upstream = await startScriptedUpstream([{ json: openAiCompletion() }]);
  const model = openAiModel('m', upstream.url, { organization: 'org-own' });
  await using gateway = await startGateway({ model_list: [model] }, { OPENAI_ORGANIZATION: 'org-all' });
  await gateway.post(ask('m'));
  expect(upstream.requests[0]?.headers['openai-organization']).toBe('org-own');
});

test('what a part reads of the environment is never told as a variable that nothing acts on', async () => {
  const known = new Set([...Object.keys(gatewayEnvironment.variables), ...variablesOfParts]);
  const sources = fileURLToPath(new URL('../', import.meta.url));
  const files = (await readdir(sources, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|^testing\/|report-not-acted-on|variables-of-parts/.test(file),
  );
  const texts = await Promise.all(files.map((file) => readFile(sources + file, 'utf8')));
  const read = new Set(texts.flatMap(namedIn));
  const missed = names.variables.filter((name) => read.has(name) && !known.has(name));
  expect(missed).toEqual([]);
  expect([...variablesOfParts].filter((name) => !read.has(name))).toEqual([]);
});
