import {
  emptyPostgresDatabase,
  openAiCompletion,
  requireTool,
  startScriptedUpstream,
  temporaryFolder,
} from '@showrunner/testkit';
import { openDatabase } from '@showrunner/store';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { ask, MASTER_KEY, openAiModel, startGateway } from '../testing/start-gateway.ts';

const models = {
  model_list: [{ model_name: 'gpt', litellm_params: { model: 'openai/gpt-5.4', mock_response: 'ok' } }],
};

/** A database in which a LiteLLM has its keys. */
async function liteLlmDatabase(): Promise<string> {
  const url = await emptyPostgresDatabase();
  await run(url, 'CREATE TABLE "LiteLLM_VerificationToken" (token text PRIMARY KEY)');
  return url;
}

async function run(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const database = await openDatabase<unknown>({ url, file: '', owner: 'a test' }, []);
  const { rows } = await sql.raw<Record<string, unknown>>(text).execute(database.query);
  await database.dispose();
  return rows;
}

async function tablesOf(url: string): Promise<readonly unknown[]> {
  const rows = await run(url, "SELECT schemaname FROM pg_tables WHERE tablename = 'entities'");
  return rows.map(({ schemaname }) => schemaname);
}

describe('what a gateway keeps', requireTool('postgres'), () => {
  test('lies beside the tables of a LiteLLM, in a schema of its own', async () => {
    const url = await liteLlmDatabase();
    const general_settings = { master_key: MASTER_KEY, database_url: `${url}?schema=public&connection_limit=5` };
    await using gateway = await startGateway({ ...models, general_settings });
    expect((await gateway.postTo('/key/generate', {})).status).toBe(200);
    expect(await tablesOf(url)).toEqual(['showrunner_gateway']);
    expect(await run(url, 'SELECT * FROM "LiteLLM_VerificationToken"')).toEqual([]);
  });

  test('lies there too where the environment names the database', async () => {
    const url = await liteLlmDatabase();
    await using gateway = await startGateway(models, { DATABASE_URL: url });
    expect((await gateway.postTo('/key/generate', {})).status).toBe(200);
    expect(await tablesOf(url)).toEqual(['showrunner_gateway']);
  });

  test('lies in a file where no LiteLLM is found', async () => {
    const url = await emptyPostgresDatabase();
    await using gateway = await startGateway(models, { DATABASE_URL: url });
    expect((await gateway.postTo('/key/generate', {})).status).toBe(200);
    expect(await tablesOf(url)).toEqual([]);
  });

  test('stays in a file in which something is kept already', async () => {
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: folder.path };
    const before = await startGateway(models, env);
    const { key } = (await (await before.postTo('/key/generate', {})).json()) as { key: string };
    await before.stop();
    const url = await liteLlmDatabase();
    await using gateway = await startGateway(models, { ...env, DATABASE_URL: url });
    expect((await gateway.post(ask('gpt'), { authorization: `Bearer ${key}` })).status).toBe(200);
    expect(await tablesOf(url)).toEqual([]);
    expect(gateway.logs.join('\n')).toContain('LITELLM_DATABASE_URL names another place');
  });
});

test('while a named database does not answer, keys are not known to be wrong', async () => {
  await using upstream = await startScriptedUpstream(() => ({ json: openAiCompletion() }));
  await using gateway = await startGateway(
    { model_list: [openAiModel('gpt', upstream.url)] },
    { DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/litellm' },
  );
  expect((await gateway.post(ask('gpt'))).status).toBe(200);
  const asked = await gateway.post(ask('gpt'), { authorization: 'Bearer sk-somebody-elses-key' });
  expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '2']);
  expect(gateway.logs.join('\n')).not.toContain('hunter2');
});
