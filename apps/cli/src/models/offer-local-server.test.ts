import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { servingConfiguration } from '../environment/configuration-choice.ts';
import type { Output } from '../output/output.ts';
import { offerLocalServer } from './offer-local-server.ts';

const NOBODY = 'http://127.0.0.1:9';

/** Offers what a stand-in for Ollama and LM Studio has, and answers the question so. */
async function offered(
  models: readonly string[],
  answer: boolean | undefined,
  server: 'Ollama' | 'LM Studio' = 'Ollama',
) {
  await using folder = await temporaryFolder();
  const root = folder.path;
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, '.env'), 'SHOWRUNNER_CONFIG=local\n');
  const standIn = createServer((request, response) => {
    const list =
      request.url === '/api/tags'
        ? { models: models.map((name) => ({ name })) }
        : { data: models.map((id) => ({ id })) };
    response.end(JSON.stringify(list));
  }).listen(0, '127.0.0.1');
  await once(standIn, 'listening');
  const url = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`;
  const asked: string[] = [];
  const notes: string[] = [];
  const output = {
    confirm: (question: string) => Promise.resolve((asked.push(question), answer)),
    note: (text: string) => void notes.push(text),
  } as unknown as Output;
  const bases = { OLLAMA_API_BASE: NOBODY, LM_STUDIO_API_BASE: NOBODY };
  const environment = server === 'Ollama' ? { ...bases, OLLAMA_API_BASE: url } : { ...bases, LM_STUDIO_API_BASE: url };
  const signal = new AbortController().signal;
  const taken = await offerLocalServer({ root, environment, output, signal });
  standIn.closeAllConnections();
  standIn.close();
  return { taken, asked, notes, env: readFileSync(join(root, '.env'), 'utf8') };
}

test('a yes is kept in one line of .env, and the server’s configuration serves then', async () => {
  const { taken, asked, env } = await offered(['nomic-embed-text', 'llama3.2:3b'], true);
  expect(taken).toBe(true);
  expect(asked).toEqual(['Ollama runs here with ollama/llama3.2:3b and 1 more. Write with it?']);
  expect(env).toContain('SHOWRUNNER_LOCAL_MODEL=ollama/llama3.2:3b');
  const environment = { SHOWRUNNER_CONFIG: 'local', SHOWRUNNER_LOCAL_MODEL: 'ollama/llama3.2:3b' };
  expect(servingConfiguration(environment, env)).toBe('model-server');
});

test('LM Studio is offered the same way', async () => {
  expect((await offered(['qwen3-4b'], true, 'LM Studio')).env).toContain('SHOWRUNNER_LOCAL_MODEL=lm_studio/qwen3-4b');
});

test('a no changes nothing, and where nobody answers the line is shown', async () => {
  expect(await offered(['llama3.2:3b'], false)).toMatchObject({ taken: false, env: 'SHOWRUNNER_CONFIG=local\n' });
  const silent = await offered(['llama3.2:3b'], undefined);
  expect(silent).toMatchObject({ taken: false, env: 'SHOWRUNNER_CONFIG=local\n' });
  expect(silent.notes[0]).toContain('put SHOWRUNNER_LOCAL_MODEL=ollama/llama3.2:3b into .env');
});

test('a server without a model that writes is not offered', async () => {
  expect((await offered(['nomic-embed-text'], true)).asked).toEqual([]);
  expect((await offered([], true)).asked).toEqual([]);
});
