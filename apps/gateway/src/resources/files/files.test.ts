import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startScriptedUpstream, temporaryFolder, type Behaviour, type RecordedRequest } from '@showrunner/testkit';
import OpenAI, { toFile } from 'openai';
import { expect, test, vi } from 'vitest';
import { MASTER_KEY, openAiModel, startGateway } from '../../testing/start-gateway.ts';

/** Files and batches as a vendor keeps them: ids count up, and batches are done when they are asked for. */
function vendor() {
  let count = 0;
  const batch = (id: string, status: string, input = 'file_in') => ({
    id,
    object: 'batch',
    endpoint: '/v1/chat/completions',
    input_file_id: input,
    output_file_id: status === 'completed' ? 'file_out' : null,
    error_file_id: null,
    status,
    created_at: 1_700_000_000 + count,
  });
  return ({ method, path, body }: RecordedRequest): Behaviour => {
    const [route = ''] = path.split('?', 1);
    const [, id = '', rest] = /\/(?:files|batches)(?:\/([^/]+))?(\/\w+)?$/.exec(route) ?? [];
    if (id === 'file_gone' || id.length > 40)
      return {
        status: 404,
        json: { error: { message: 'No such File object: file_gone', type: 'invalid_request_error' } },
      };
    if (route.endsWith('/files') && method === 'POST') {
      count++;
      return {
        json: {
          id: `file_${count}`,
          object: 'file',
          purpose: 'batch',
          filename: 'f.jsonl',
          bytes: 1,
          created_at: 1_700_000_000 + count,
        },
      };
    }
    if (route.endsWith('/batches') && method === 'POST') {
      return { json: batch(`batch_${++count}`, 'validating', (body as { input_file_id: string }).input_file_id) };
    }
    if (rest === '/content')
      return { raw: '{"custom_id":"1"}\n'.repeat(3), headers: { 'content-type': 'application/octet-stream' } };
    if (rest === '/cancel') return { json: batch(id, 'cancelling') };
    if (method === 'DELETE') return { json: { id, object: 'file', deleted: true } };
    return {
      json: route.includes('/batches/')
        ? batch(id, 'completed')
        : { id, object: 'file', purpose: 'batch', created_at: 1_700_000_001 },
    };
  };
}

// Each starts servers of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

const REQUESTS =
  '{"custom_id": "1", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "team", "messages": []}}\n';

test('OpenAI’s SDK uploads a stream, has a batch carried out, and reads what came of it', async () => {
  await using upstream = await startScriptedUpstream(vendor());
  await using gateway = await startGateway(
    { model_list: [openAiModel('m', upstream.url)] },
    { OPENAI_API_KEY: 'vendor-key', OPENAI_BASE_URL: `${upstream.url}/v1` },
  );
  const folder = await temporaryFolder();
  await writeFile(join(folder.path, 'requests.jsonl'), REQUESTS);
  const { files, batches } = gateway.openai;
  const file = await files.create({ file: createReadStream(join(folder.path, 'requests.jsonl')), purpose: 'batch' });
  await folder.remove();
  expect(file.id).toMatch(/^file-[\w-]{40,}$/);
  expect(upstream.requests[0]).toMatchObject({
    method: 'POST',
    path: '/v1/files',
    headers: { authorization: 'Bearer vendor-key' },
  });
  expect(String(upstream.requests[0]?.body)).toContain(REQUESTS);
  expect(String(upstream.requests[0]?.body)).toContain('filename="requests.jsonl"');

  const batch = await batches.create({
    input_file_id: file.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata: { job: 'nightly' },
  });
  expect(batch).toMatchObject({
    id: expect.stringMatching(/^batch_[\w-]{40,}$/) as string,
    input_file_id: file.id,
    status: 'validating',
  });
  expect(upstream.requests[1]?.body).toEqual({
    input_file_id: 'file_1',
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata: { job: 'nightly' },
  });

  const done = await batches.retrieve(batch.id);
  expect([done.id, done.status]).toEqual([batch.id, 'completed']);
  expect(await (await files.content(done.output_file_id ?? '')).text()).toBe('{"custom_id":"1"}\n'.repeat(3));
  expect(upstream.requests.at(-1)?.path).toBe('/v1/files/file_out/content');
  expect((await batches.cancel(batch.id)).status).toBe('cancelling');
  expect(upstream.requests.at(-1)).toMatchObject({ method: 'POST', path: '/v1/batches/batch_2/cancel' });
  expect((await files.retrieve(file.id)).id).toBe(file.id);
  expect(await files.delete(file.id)).toMatchObject({ id: file.id, deleted: true });
});

test('lists are in pages, hold one’s own alone, and never the vendor’s ids', async () => {
  await using upstream = await startScriptedUpstream(vendor());
  await using gateway = await startGateway(
    { model_list: [openAiModel('m', upstream.url)] },
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${upstream.url}/v1` },
  );
  const { files, batches } = gateway.openai;
  expect((await files.list()).data).toEqual([]);
  const made: string[] = [];
  for (const name of ['a', 'b', 'ü'])
    made.unshift(
      (await files.create({ file: await toFile(Buffer.from(REQUESTS), `${name}.jsonl`), purpose: 'batch' })).id,
    );
  const listed: string[] = [];
  for await (const { id } of files.list({ limit: 2 })) listed.push(id);
  expect(listed).toEqual(made);
  expect((await files.list({ order: 'asc', limit: 1 })).data.map(({ id }) => id)).toEqual([made[2]]);
  expect((await files.list({ purpose: 'vision' })).data).toEqual([]);
  const before = upstream.requests.length;
  expect(before).toBe(3);
  const batch = await batches.create({
    input_file_id: made[0] ?? '',
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  });
  const page = await batches.list();
  // It is asked for again, as it was under way.
  expect(page.data.map(({ id, status }) => [id, status])).toEqual([[batch.id, 'completed']]);
  expect(JSON.stringify(page.data)).not.toMatch(/"(file|batch)_(\d+|out)"/);
  await files.delete(made[0] ?? '');
  expect((await files.list()).data.map(({ id }) => id)).toEqual(made.slice(1));
});

test.each([
  ['a field', '/v1/files', { target_model_names: 'team' }, {}],
  ['the model’s field', '/files', { model: 'team' }, {}],
  ['the query', '/v1/files?model=team', {}, {}],
  ['a header', '/v1/files', {}, { 'x-litellm-model': 'team' }],
])('a model that %s names says who gets a file, and is replaced in each line', async (_, path, fields, headers) => {
  await using openai = await startScriptedUpstream(vendor());
  await using azure = await startScriptedUpstream(vendor());
  const team = { model: 'azure/prod-4', api_key: 'azure-key', api_base: azure.url, api_version: '2024-10-21' };
  await using gateway = await startGateway(
    { model_list: [{ model_name: 'team', litellm_params: team }] },
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${openai.url}/v1` },
  );
  const form = new FormData();
  form.set('file', new Blob([REQUESTS]), 'f.jsonl');
  form.set('purpose', 'batch');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await fetch(gateway.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${MASTER_KEY}`, ...headers },
    body: form,
  });
  const { id } = (await answer.json()) as { id: string };
  expect(answer.status).toBe(200);
  const [seen] = azure.requests;
  expect(seen).toMatchObject({ path: '/openai/files?api-version=2024-10-21', headers: { 'api-key': 'azure-key' } });
  expect(String(seen?.body)).toContain('"model": "prod-4"');
  expect(String(seen?.body)).not.toContain('target_model_names');
  // Its batch goes where the file is, whatever is said beside it.
  await gateway.openai.batches.create({
    input_file_id: id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  });
  expect(azure.requests[1]).toMatchObject({
    path: '/openai/batches?api-version=2024-10-21',
    body: { input_file_id: 'file_1' },
  });
  expect(openai.requests).toHaveLength(0);
});

test('a vendor is named by the path, a header or a field, and files_settings says as whom it is asked', async () => {
  await using upstream = await startScriptedUpstream(vendor());
  await using gateway = await startGateway({
    model_list: [openAiModel('m', upstream.url)],
    files_settings: [
      { custom_llm_provider: 'mistral', api_base: `${upstream.url}/mistral/v1`, api_key: 'mistral-key' },
      { custom_llm_provider: 'openai', api_base: `${upstream.url}/openai/v1`, api_key: 'openai-key' },
    ],
  });
  const send = (path: string, fields: object, headers: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    form.set('file', new Blob(['{}']), 'f.jsonl');
    return fetch(gateway.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${MASTER_KEY}`, ...headers },
      body: form,
    });
  };
  const purpose = 'batch';
  const answers = [
    await send('/mistral/v1/files', { purpose }),
    await send('/v1/files', { purpose }, { 'custom-llm-provider': 'mistral' }),
    await send('/v1/files?custom_llm_provider=mistral', { purpose }),
    await send('/v1/files', { purpose, custom_llm_provider: 'mistral' }),
    await send('/v1/files', { purpose }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(upstream.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ...Array.from({ length: 4 }, () => ['/mistral/v1/files', 'Bearer mistral-key']),
    ['/openai/v1/files', 'Bearer openai-key'],
  ]);
  const { id } = (await (answers[0] as Response).json()) as { id: string };
  expect((await gateway.get(`/v1/files/${id}`)).status).toBe(200);
  expect(upstream.requests.at(-1)?.path).toBe('/mistral/v1/files/file_1');
});

test('an id that was sealed elsewhere opens nothing here', async () => {
  await using upstream = await startScriptedUpstream(vendor());
  const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${upstream.url}/v1` };
  const config = { model_list: [openAiModel('m', upstream.url)] };
  await using other = await startGateway(config, { ...env, LITELLM_SALT_KEY: 'another' });
  const foreign = await other.openai.files.create({
    file: await toFile(Buffer.from('{}'), 'f.jsonl'),
    purpose: 'batch',
  });
  await using gateway = await startGateway(config, { ...env, LITELLM_SALT_KEY: 'one' });
  const { files } = gateway.openai;
  // The master key may name a vendor's own ids, and to the vendor this is one that never was.
  await expect(files.retrieve(foreign.id)).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  expect(upstream.requests.at(-1)?.path).toBe(`/v1/files/${foreign.id}`);
  expect((await files.retrieve('file_7')).object).toBe('file');
});

test('errors of the vendor and of the request are told in the standard shape', async () => {
  await using upstream = await startScriptedUpstream(vendor());
  await using gateway = await startGateway(
    {
      model_list: [
        openAiModel('m', upstream.url),
        { model_name: 'seeker', litellm_params: { model: 'deepseek/deepseek-chat', api_key: 'k' } },
      ],
    },
    { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${upstream.url}/v1` },
  );
  const { files, batches } = gateway.openai;
  await expect(files.content('file_gone')).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  await expect(files.retrieve('file_gone')).rejects.toThrow('No such File object');
  const file = await toFile(Buffer.from('{}'), 'f.jsonl');
  await expect(files.create({ file, purpose: 'batch' }, { query: { model: 'seeker' } })).rejects.toThrow('keeps files');
  await expect(files.create({ file, purpose: 'batch' }, { query: { custom_llm_provider: 'nobody' } })).rejects.toThrow(
    '"nobody"',
  );
  await expect(files.create({ file, purpose: 'batch' }, { query: { custom_llm_provider: 'mistral' } })).rejects.toThrow(
    'MISTRAL_API_KEY',
  );
  await expect(batches.create({} as never)).rejects.toThrow('input_file_id');
  expect((await gateway.postTo('/v1/files', {})).status).toBe(415);
  expect((await fetch(`${gateway.url}/v1/files`)).status).toBe(401);
  const two = await gateway.postTo('/v1/files?target_model_names=a,b', 'x', {
    'content-type': 'multipart/form-data; boundary=b',
  });
  expect(two.status).toBe(400);
});
