import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { describe, expect, test } from 'vitest';
import { ask, startGateway } from '../testing/start-gateway.ts';
import { readConfig } from './load-config.ts';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((name, index) => {
    const before = 'abcdefgh'[index];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
  }),
].join('\n');

const files: readonly [string, string, RegExp][] = [
  [
    'ten megabytes of models',
    `model_list:\n${'  - {model_name: m, litellm_params: {model: openai/x}}\n'.repeat(200_000)}`,
    /bytes, and is read up to 4194304/,
  ],
  ['ten megabytes of nothing', '# '.repeat(5 * 1024 * 1024), /bytes, and is read up to/],
  ['a bomb of aliases', `${bomb}\nmodel_list: []`, /over 1000000 values/],
  ['brackets in one another', `x: ${'['.repeat(100_000)}`, /is no valid YAML/],
  ['ten thousand faults', `model_list:\n${'- [a,\nb\n'.repeat(10_000)}`, /is no valid YAML/],
];

describe.each(files)('%s', (_, text, said) => {
  test('is refused with a word on it, in little time and memory', { timeout: 60_000 }, async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'config.yaml');
    await writeFile(file, text);
    const before = process.memoryUsage().rss;
    const { config, findings } = await readConfig({ from: { file }, environment: {}, lookUpModel: () => undefined });
    expect(config).toBeUndefined();
    expect(findings[0]?.message).toMatch(said);
    expect(findings.length).toBeLessThan(50);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });
});

test('a hostile file that is written over a good one leaves that serving', { timeout: 60_000 }, async () => {
  const good = { model_list: [{ model_name: 'm', litellm_params: { model: 'openai/x', mock_response: 'fine' } }] };
  await using gateway = await startGateway(good);
  for (const [, text] of files) await gateway.rewriteConfig(text);
  await expect.poll(() => gateway.logs.some((line) => line.includes('is refused')), { timeout: 30_000 }).toBe(true);
  expect((await gateway.post(ask('m'))).status).toBe(200);
});

test('control characters in names and headers of a configuration reach no head', async () => {
  const name = 'm\r\nx-injected: yes\u0000\u007f';
  await using gateway = await startGateway({
    model_list: [
      {
        model_name: name,
        litellm_params: {
          model: 'openai/x\r\nx-injected: yes',
          mock_response: 'fine',
          region_name: 'eu\r\nx-injected: 1',
        },
        model_info: { id: 'id\r\nx-injected: yes' },
      },
    ],
  });
  for (const model of [name, 'other\r\nx-injected: yes', '\u0000']) {
    const answer = await gateway.post(ask(model), { 'x-litellm-call-id': 'a b' });
    expect(answer.headers.get('x-injected')).toBeNull();
    expect([...answer.headers.values()].join('')).toMatch(/^[\x20-\x7e]*$/);
    await answer.text();
  }
  const known = await gateway.post(ask(name));
  expect(known.status).toBe(200);
  expect(known.headers.get('x-litellm-model-group')).toContain('%0D%0A');
});
