import { join } from 'node:path';
import { temporaryFolder } from '@showrunner/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { Mapping } from '../../json/mapping.ts';
import { Entities } from '../entities/entities.ts';
import { openGatewayDatabase } from '../gateway-database.ts';
import { sealAnew } from './rotate.ts';
import { openVariable, rewriteCallbackVariables, sealVariable } from './sealed-callbacks.ts';
import { CannotUnsealError, SecretBox } from './secret-box.ts';

const [present, next, other] = [new SecretBox('one'), new SecretBox('two'), new SecretBox('three')];
const metadataWith = (secret: string): Mapping => ({
  note: 'kept',
  logging: [
    { callback_name: 'langfuse', callback_vars: { langfuse_secret_key: secret, langfuse_host: 'https://lf.test' } },
  ],
  callback_settings: { callback_vars: { langfuse_secret_key: secret } },
});
const opened = (metadata: Mapping, box: SecretBox): Mapping =>
  rewriteCallbackVariables(metadata, (text, name) => openVariable(box, text, name));

test('a variable opens under its own name and its key alone, and what was never sealed is read as it is', () => {
  const sealed = sealVariable(present, 'geheim', 'langfuse_secret_key');
  expect(sealed).not.toContain('geheim');
  expect(openVariable(present, sealed, 'langfuse_secret_key')).toBe('geheim');
  expect(openVariable(present, 'plain', 'langfuse_secret_key')).toBe('plain');
  expect(() => openVariable(present, sealed, 'langsmith_api_key')).toThrow(CannotUnsealError);
  expect(() => openVariable(other, sealed, 'langfuse_secret_key')).toThrow(CannotUnsealError);
});

test('rotation seals callbacks of keys and teams anew, all of them or none', async () => {
  const folder = await temporaryFolder();
  const database = await openGatewayDatabase({ url: undefined, file: join(folder.path, 'gateway.sqlite') });
  onTestFinished(async () => {
    await database.dispose();
    await folder.remove();
  });
  const entities = new Entities({ open: () => Promise.resolve(database) });
  const sealed = (box: SecretBox): Mapping => metadataWith(sealVariable(box, 'geheim', 'langfuse_secret_key'));
  await entities.change(async (writer) => {
    await writer.add({ kind: 'team', id: 't', settings: { metadata: sealed(present), max_budget: 5 } });
    await writer.add({ kind: 'key', id: 'k', settings: { metadata: sealed(present), blocked: true } });
    await writer.add({ kind: 'key', id: 'plain', settings: { metadata: { note: 'x' } } });
  });
  const settingsOf = async (kind: 'key' | 'team', id: string): Promise<Mapping> =>
    (await entities.find({ kind, id }))?.settings ?? {};
  const before = [await settingsOf('team', 't'), await settingsOf('key', 'k')];
  await expect(sealAnew(database, other, next)).rejects.toThrow(CannotUnsealError);
  expect([await settingsOf('team', 't'), await settingsOf('key', 'k')]).toEqual(before);
  expect(await sealAnew(database, present, next)).toBe(2);
  for (const [kind, id, more] of [
    ['team', 't', { max_budget: 5 }],
    ['key', 'k', { blocked: true }],
  ] as const) {
    const { metadata, ...rest } = await settingsOf(kind, id);
    expect(rest).toEqual(more);
    expect(opened(metadata as Mapping, next)).toEqual(metadataWith('geheim'));
    expect(() => opened(metadata as Mapping, present)).toThrow(CannotUnsealError);
  }
});
