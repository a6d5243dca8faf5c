import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openAiCompletion, requireTool, startScriptedUpstream, temporaryFolder, waitUntil } from '@showrunner/testkit';
import { describe, expect, test, vi } from 'vitest';
import { Entities } from './stored/entities/entities.ts';
import { openGatewayDatabase } from './stored/gateway-database.ts';
import { sealAnew } from './stored/secrets/rotate.ts';
import { SecretBox } from './stored/secrets/secret-box.ts';
import { StoredSecrets } from './stored/secrets/stored-secrets.ts';
import { sealedSettings } from './stored/secrets/sealed-entities.ts';
import { sealVariable } from './stored/secrets/sealed-callbacks.ts';
import { LITELLM_SALT, MANY_KEYS, runSql, usedLiteLlmDatabase } from './testing/litellm-database.ts';
import { ask, MASTER_KEY, startGateway } from './testing/start-gateway.ts';

vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const program = fileURLToPath(new URL('stored-main.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function command(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  try {
    const { PATH = '', HOME = '' } = process.env;
    const { stdout, stderr } = await run(process.execPath, [program, ...args], { env: { PATH, HOME, ...env } });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return { ...(error as Ended) };
  }
}

const models = {
  model_list: [{ model_name: 'gpt', litellm_params: { model: 'openai/gpt-5.4', mock_response: 'ok' } }],
};

/** A model in the database, sealed under a key. */
async function keepModel(file: string, box: SecretBox): Promise<void> {
  const database = await openGatewayDatabase({ url: undefined, file });
  const model = { kind: 'model', id: 'kept' } as const;
  const params = { model: 'openai/gpt-5.4', api_key: 'sk-of-a-vendor', mock_response: 'kept' };
  const settings = sealedSettings(box, model, params, { blocked: false, model_info: {} });
  await new Entities({ open: async () => database }).change((writer) =>
    writer.add({ ...model, alias: 'kept', createdAt: 1_700_000_000_000, settings }),
  );
  await database.dispose();
}

/** So many that sealing them anew takes a while, and more than SQLite holds back before it writes. */
const MANY_MODELS = 3_000;

async function keepManyModels(file: string, box: SecretBox): Promise<void> {
  const database = await openGatewayDatabase({ url: undefined, file });
  const params = {
    model: 'openai/gpt-5.4',
    api_key: 'sk-of-a-vendor',
    mock_response: 'kept',
    padding: 'x'.repeat(2_000),
  };
  await new Entities({ open: async () => database }).change(async (writer) => {
    for (let number = 0; number < MANY_MODELS; number++) {
      const model = { kind: 'model', id: `kept-${number}` } as const;
      const settings = sealedSettings(box, model, params, { blocked: false, model_info: {} });
      await writer.add({ ...model, alias: model.id, settings });
    }
  });
  await database.dispose();
}

/** Kills a rotation so many milliseconds after its next key lies there, when it has begun to write, or when all is written. */
async function killedRotation(folder: string, at: number | string): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_DIR: folder };
  const child = spawn(process.execPath, [program, 'rotate'], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const next = join(folder, 'secrets.key.next');
  const before = await stat(next)
    .then(({ mtimeMs }) => mtimeMs)
    .catch(() => 0);
  const isNew = async () =>
    (await stat(next)
      .then(({ mtimeMs }) => mtimeMs)
      .catch(() => 0)) !== before;
  await waitUntil(async () => child.exitCode !== null || (await isNew()), { what: 'the next key' });
  const key = await readFile(join(folder, 'secrets.key'), 'utf8');
  if (typeof at === 'number') await setTimeout(at);
  if (at === 'begun')
    await waitUntil(async () => child.exitCode !== null || (await walBytes(folder)) > 1_000_000, { what: 'writing' });
  if (at === 'committed')
    await waitUntil(async () => (await readFile(join(folder, 'secrets.key'), 'utf8')) !== key, { what: 'the new key' });
  child.kill('SIGKILL');
  await ended;
  if (at !== 'committed') return;
  // As if it had been cut off just before.
  await rename(join(folder, 'secrets.key'), next);
  await writeFile(join(folder, 'secrets.key'), key);
}

async function walBytes(folder: string): Promise<number> {
  return stat(join(folder, 'gateway.sqlite-wal'))
    .then(({ size }) => size)
    .catch(() => 0);
}

const stores = { ...models, general_settings: { master_key: MASTER_KEY, store_model_in_db: true } };

describe('import', requireTool('postgres'), () => {
  test('says what would come, brings it, and says that it is there', async () => {
    await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    await using folder = await temporaryFolder();
    const url = await usedLiteLlmDatabase(upstream.url);
    const env = { DATA_DIR: folder.path };
    const asked = ['import', '--database-url', url, '--salt-key', LITELLM_SALT];
    const dry = await command([...asked, '--dry-run'], env);
    expect(dry.stdout).toContain(`key: ${MANY_KEYS + 8} would come, 0 known`);
    const came = await command([...asked, '--json'], env);
    expect(JSON.parse(came.stdout)).toMatchObject({
      kinds: { key: { came: MANY_KEYS + 8 } },
      not_kept: {},
    });
    const again = await command(asked, env);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(`key: 0 came, ${MANY_KEYS + 8} known`) });
    await using gateway = await startGateway(models, env);
    expect((await gateway.post(ask('gpt'), { authorization: 'Bearer sk-old-7' })).status).toBe(200);
    expect(await runSql(url, "SELECT to_regnamespace('showrunner_gateway') AS ours")).toEqual([{ ours: null }]);
  });

  test('ends with an error where some could not be read, and the rest is there', async () => {
    await using folder = await temporaryFolder();
    const url = await usedLiteLlmDatabase('http://127.0.0.1:9');
    const wrong = await command(['import', '--database-url', url, '--salt-key', 'sk-wrong'], { DATA_DIR: folder.path });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('not brought: model m-1 (stored): ');
    expect(wrong.stdout).toContain('model: 0 came, 0 known, 3 failed');
    const right = await command(['import', '--database-url', url, '--salt-key', LITELLM_SALT], {
      DATA_DIR: folder.path,
    });
    expect(right.stdout).toContain('model: 3 came');
    expect(right.stdout).toContain('key: 0 came');
  });

  test.each([
    [['import', '--database-url', 'postgres://u:hunter2@127.0.0.1:1/x'], /cannot be read: .*ECONNREFUSED/],
    [['import', '--database-url', 'mysql://u:hunter2@127.0.0.1/x'], /looks like postgres:/],
    [['import'], /Name it with --database-url/],
    [['import', '--no-such-option'], /usage: import/],
    [['fly'], /There is no command fly/],
  ])('%j is refused with what is wrong', async (args, reason) => {
    await using folder = await temporaryFolder();
    const { code, stderr, stdout } = await command(args, { DATA_DIR: folder.path });
    expect(code).toBe(1);
    expect(stderr + stdout).toMatch(reason);
    expect(stderr + stdout).not.toContain('hunter2');
  });
});

describe('rotate', () => {
  test('seals everything under a new key of the file, and the gateway serves on with it', async () => {
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: folder.path };
    const file = join(folder.path, 'gateway.sqlite');
    const keyFile = join(folder.path, 'secrets.key');
    await writeFile(keyFile, 'the first key');
    await keepModel(file, new SecretBox('the first key'));
    expect(await command(['rotate'], env)).toMatchObject({ code: 0, stdout: expect.stringContaining('1 secrets are') });
    expect(await readFile(keyFile, 'utf8')).not.toBe('the first key');
    const gateway = await startGateway(stores, env);
    expect((await gateway.post(ask('kept'))).status).toBe(200);
    await gateway.stop();
    // As if it had been cut off between the database and the file.
    await rename(keyFile, `${keyFile}.next`);
    await writeFile(keyFile, 'the first key');
    await using again = await startGateway(stores, env);
    expect((await again.post(ask('kept'))).status).toBe(200);
    const database = await openGatewayDatabase({ url: undefined, file });
    const { created_at } = await database.query.selectFrom('entities').selectAll().executeTakeFirstOrThrow();
    expect(created_at).toBe(1_700_000_000_000);
    await database.dispose();
  });

  test('leaves ids readable that were given out before, as does another master key', async () => {
    await using folder = await temporaryFolder();
    const file = { id: 'file-1', object: 'file', purpose: 'batch', created_at: 1_700_000_000 };
    await using vendor = await startScriptedUpstream(() => ({ json: file }));
    const base = { DATA_DIR: folder.path, OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${vendor.url}/v1` };
    const holder = 'sk-holder-of-files-1';
    const headers = { authorization: `Bearer ${holder}` };
    const statusOf = async (env: Record<string, string>, id: string): Promise<number> => {
      await using gateway = await startGateway(models, { ...base, ...env });
      return (await fetch(`${gateway.url}/v1/files/${id}`, { headers })).status;
    };
    const idUnder = async (env: Record<string, string>): Promise<string> => {
      await using gateway = await startGateway(models, { ...base, ...env });
      const form = new FormData();
      form.append('purpose', 'user_data');
      form.append('file', new Blob(['{}']), 'f.jsonl');
      await gateway.postTo('/key/generate', { key: holder });
      const answer = await fetch(`${gateway.url}/v1/files`, { method: 'POST', headers, body: form });
      return ((await answer.json()) as { id: string }).id;
    };
    const [one, two] = [{ LITELLM_SALT_KEY: 'sk-salt-one' }, { LITELLM_SALT_KEY: 'sk-salt-two' }];
    const before = await idUnder({});
    expect(
      await command(['rotate', '--new-salt-key', one.LITELLM_SALT_KEY], { ...base, LITELLM_MASTER_KEY: MASTER_KEY }),
    ).toMatchObject({ code: 0 });
    const id = await idUnder(one);
    expect([await statusOf(one, before), await statusOf(one, id)]).toEqual([200, 200]);
    expect(await command(['rotate', '--new-salt-key', two.LITELLM_SALT_KEY], { ...base, ...one })).toMatchObject({
      code: 0,
    });
    expect([await statusOf(two, before), await statusOf(two, id)]).toEqual([200, 200]);
    expect(await statusOf(two, `${id.slice(0, -4)}AAAA`)).toBe(404);
    expect(await readFile(join(folder.path, 'gateway.sqlite'), 'latin1')).not.toMatch(/sk-salt-(one|two)/);
    // Changed without a rotation it starts all the same, and says what is lost.
    await using gateway = await startGateway(models, { ...base, LITELLM_SALT_KEY: 'sk-salt-three' });
    expect(gateway.logs.join('\n')).toContain('are not known any more');
    expect((await fetch(`${gateway.url}/v1/files/${id}`, { headers })).status).toBe(404);
  });

  test('is not needed for another master key: what is stored serves on, and who had the one before is out', async () => {
    await using folder = await temporaryFolder();
    await using vendor = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
    const env = { DATA_DIR: folder.path };
    const configured = (master: string) => ({
      ...stores,
      general_settings: { ...stores.general_settings, master_key: master },
    });
    const params = { model: 'openai/gpt-5.4', api_key: 'sk-stored-of-the-vendor', api_base: `${vendor.url}/v1` };
    let holder = '';
    {
      await using gateway = await startGateway(stores, env);
      await gateway.postTo('/model/new', { model_name: 'added', litellm_params: params });
      await gateway.postTo('/credentials', { credential_name: 'shared', credential_values: params });
      const byCredential = { model: 'openai/gpt-5.4', litellm_credential_name: 'shared' };
      await gateway.postTo('/model/new', { model_name: 'by credential', litellm_params: byCredential });
      const made = await gateway.postTo('/key/generate', { max_budget: 1 });
      holder = ((await made.json()) as { key: string }).key;
    }
    await using gateway = await startGateway(configured('sk-another-master'), env);
    const ask2 = async (key: string, model: string) =>
      (await gateway.post(ask(model), { authorization: `Bearer ${key}` })).status;
    expect(await Promise.all(['added', 'by credential'].map((model) => ask2(holder, model)))).toEqual([200, 200]);
    expect(vendor.requests.map(({ headers }) => headers.authorization)).toEqual(
      Array.from({ length: 2 }, () => 'Bearer sk-stored-of-the-vendor'),
    );
    expect([await ask2(MASTER_KEY, 'added'), await ask2('sk-another-master', 'added')]).toEqual([401, 200]);
  });

  test('changes nothing where it ends in the middle', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'gateway.sqlite');
    await keepModel(file, new SecretBox('one'));
    const database = await openGatewayDatabase({ url: undefined, file });
    const later = { kind: 'setting', id: 'sealed by another' } as const;
    const settings = sealedSettings(new SecretBox('two'), later, {});
    await new Entities({ open: async () => database }).change((writer) => writer.add({ ...later, settings }));
    const before = await database.query.selectFrom('entities').selectAll().execute();
    await expect(sealAnew(database, new SecretBox('one'), new SecretBox('next'))).rejects.toThrow(
      'the setting sealed by another was written under another encryption key',
    );
    expect(await database.query.selectFrom('entities').selectAll().execute()).toEqual(before);
    await database.dispose();
  });

  test('killed at any moment leaves all of it under one key that is there, and so it is again and again', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'gateway.sqlite');
    await writeFile(join(folder.path, 'secrets.key'), 'the first key');
    await keepManyModels(file, new SecretBox('the first key'));
    // Cut off between the database and the file, once, before the others.
    for (const killAt of ['committed', 0, 1, 'begun', 'committed', 'begun', 400]) {
      await killedRotation(folder.path, killAt);
      const database = await openGatewayDatabase({ url: undefined, file });
      const entities = new Entities({ open: async () => database });
      const secrets = new StoredSecrets({ entities, saltKey: undefined, dataFolder: folder.path });
      expect((await secrets.read()).models).toHaveLength(MANY_MODELS);
      await database.dispose();
    }
    expect(await command(['rotate'], { DATA_DIR: folder.path })).toMatchObject({ code: 0 });
    await using gateway = await startGateway(stores, { DATA_DIR: folder.path });
    expect((await gateway.post(ask('kept-7'))).status).toBe(200);
  });

  test('is refused under a wrong key, and so is the start, by the name of what cannot be read', async () => {
    await using folder = await temporaryFolder();
    await keepModel(join(folder.path, 'gateway.sqlite'), new SecretBox('the right key'));
    const env = { DATA_DIR: folder.path, LITELLM_SALT_KEY: 'the wrong key' };
    const refused = await command(['rotate', '--new-salt-key', 'next'], env);
    expect([refused.code, refused.stderr + refused.stdout]).toEqual([
      1,
      expect.stringContaining('the model kept was written under another encryption key; nothing was changed'),
    ]);
    await expect(startGateway(stores, env)).rejects.toThrow(/the model kept was written under another encryption key/);
    await using gateway = await startGateway(stores, { ...env, LITELLM_SALT_KEY: 'the right key' });
    expect((await gateway.post(ask('kept'))).status).toBe(200);
  });

  test.each(['key', 'team'] as const)('and so it is where callbacks of a %s alone are sealed', async (kind) => {
    await using folder = await temporaryFolder();
    const database = await openGatewayDatabase({ url: undefined, file: join(folder.path, 'gateway.sqlite') });
    const secret = sealVariable(new SecretBox('the right key'), 'geheim', 'langfuse_secret_key');
    const logging = [{ callback_name: 'langfuse', callback_vars: { langfuse_secret_key: secret } }];
    await new Entities({ open: async () => database }).change((writer) =>
      writer.add({ kind, id: 'told', settings: { metadata: { logging } } }),
    );
    await database.dispose();
    const env = { DATA_DIR: folder.path, LITELLM_SALT_KEY: 'the wrong key' };
    const named = `the callback variable langfuse_secret_key of the ${kind} told was written under another encryption key`;
    const refused = await command(['rotate', '--new-salt-key', 'next'], env);
    expect([refused.code, refused.stderr + refused.stdout]).toEqual([1, expect.stringContaining(named)]);
    expect(refused.stderr + refused.stdout).not.toContain('geheim');
    await expect(startGateway(models, env)).rejects.toThrow(named);
    const right = { ...env, LITELLM_SALT_KEY: 'the right key' };
    await using gateway = await startGateway(models, right);
    expect((await gateway.post(ask('gpt'))).status).toBe(200);
    expect(await command(['rotate', '--new-salt-key', 'next'], right)).toMatchObject({ code: 0 });
    await expect(startGateway(models, right)).rejects.toThrow(named);
  });
});
