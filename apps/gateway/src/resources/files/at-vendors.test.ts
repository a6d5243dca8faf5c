import { generateKeyPairSync } from 'node:crypto';
import { anthropicMessage, startScriptedUpstream, type RecordedRequest, type Behaviour } from '@showrunner/testkit';
import { toFile } from 'openai';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AWS_IDENTITY, isSigned } from '../../testing/aws-signature.ts';
import { MASTER_KEY, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';

// One start of servers serves all, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const TIME = '2026-11-30T07:00:00.123456789Z';
const SECONDS = Date.parse('2026-11-30T07:00:00Z') / 1000;

/** In US dollars a token. */
const BATCH_PRICES = { input_cost_per_token_batches: 0.01, output_cost_per_token_batches: 0.05 };

type Script = (request: RecordedRequest) => Behaviour;

/** What each vendor says, at one address: its name is the first part of a path. */
const scripts: Record<string, Script> = {};
let requests: RecordedRequest[] = [];
let gateway: StartedGateway;
let closeUpstream: () => Promise<void>;

beforeAll(async () => {
  const upstream = await startScriptedUpstream((request) => {
    const [, vendor = '', rest = ''] = /^\/([a-z]+)(\/.*)$/.exec(request.path) ?? [];
    const seen = { ...request, path: rest };
    requests.push(seen);
    return scripts[vendor]?.(seen) ?? { status: 404, json: { error: { message: `nothing is scripted at ${rest}` } } };
  });
  closeUpstream = () => upstream.close();
  const { url } = upstream;
  const credentials = {
    type: 'service_account',
    project_id: 'my-project',
    client_email: `files@${new URL(url).port}.iam.gserviceaccount.com`,
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: `${url}/google/token`,
  };
  const bucket = { s3_bucket_name: 'in/team', s3_output_bucket_name: 'out', s3_endpoint_url: `${url}/bucket` };
  const bedrock = {
    ...bucket,
    api_base: `${url}/bedrock`,
    ...AWS_IDENTITY,
    aws_region_name: 'eu-west-1',
    aws_batch_role_arn: 'arn:aws:iam::1:role/batch',
  };
  const google = { api_base: `${url}/google`, vertex_credentials: JSON.stringify(credentials), gcs_bucket_name: 'bin' };
  gateway = await startGateway({
    model_list: [
      { model_name: 'claude', litellm_params: { model: 'bedrock/anthropic.claude-haiku-4-5-v1:0', ...bedrock } },
      { model_name: 'nova', litellm_params: { model: 'bedrock/amazon.nova-lite-v1:0', ...bedrock } },
      { model_name: 'gemini', litellm_params: { model: 'vertex_ai/gemini-2.5-flash', ...google } },
      {
        model_name: 'claude-at-google',
        litellm_params: { model: 'vertex_ai/claude-haiku-4-5@20251001', ...google },
        model_info: { ...BATCH_PRICES, input_cost_per_token: 1, output_cost_per_token: 1 },
      },
    ],
    files_settings: [
      { custom_llm_provider: 'anthropic', api_key: 'ant', api_base: `${url}/anthropic` },
      { custom_llm_provider: 'gemini', api_key: 'gem', api_base: `${url}/gemini` },
    ],
    general_settings: { master_key: MASTER_KEY },
    router_settings: { num_retries: 0 },
  });
});

afterAll(async () => {
  await gateway.stop();
  await closeUpstream();
});

const said = (provider: string) => ({ query: { custom_llm_provider: provider } });
const last = (): RecordedRequest | undefined => requests.at(-1);

/** One request of a batch on each line. */
function lines(...ids: string[]): Buffer {
  const line = (custom_id: string): string =>
    JSON.stringify({
      custom_id,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'any', max_tokens: 5, messages: [{ role: 'user', content: `Grüße ${custom_id}` }] },
    });
  return Buffer.from(`\uFEFF${ids.map(line).join('\r\n\r\n')}\n`);
}

const jsonl = async (bytes: Buffer | string) =>
  toFile(Buffer.from(bytes), 'requests.jsonl', { type: 'application/jsonl' });

describe('at Anthropic', () => {
  const file = {
    type: 'file',
    id: 'file_011',
    filename: 'a.pdf',
    mime_type: 'application/pdf',
    size_bytes: 5,
    created_at: TIME,
  };

  test('a file is uploaded, read and deleted by its own API', async () => {
    scripts.anthropic = ({ method, path }) => {
      if (path.endsWith('/content')) return { raw: 'bytes', headers: { 'content-type': 'application/pdf' } };
      return { json: method === 'DELETE' ? { id: 'file_011', type: 'file_deleted' } : file };
    };
    const upload = await toFile(Buffer.from('bytes'), 'a.pdf', { type: 'application/pdf' });
    const { files } = gateway.openai;
    const made = await files.create({ file: upload, purpose: 'user_data' }, said('anthropic'));
    expect(made).toMatchObject({
      object: 'file',
      bytes: 5,
      created_at: SECONDS,
      filename: 'a.pdf',
      purpose: 'user_data',
    });
    expect(made.id).not.toContain('file_011');
    const sent = last();
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/files' });
    expect(sent?.headers).toMatchObject({
      'x-api-key': 'ant',
      'anthropic-version': '2023-06-01',
      'anthropic-beta': 'files-api-2025-04-14',
    });
    const form = String(sent?.body);
    expect(form).toContain('name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\nbytes\r\n');
    expect(form).not.toContain('purpose');
    expect(form).not.toContain('custom_llm_provider');
    expect(await files.retrieve(made.id)).toMatchObject({ id: made.id, bytes: 5 });
    expect(last()?.path).toBe('/v1/files/file_011');
    expect(await (await files.content(made.id)).text()).toBe('bytes');
    expect(await files.delete(made.id)).toEqual({ id: made.id, object: 'file', deleted: true });
    expect(last()).toMatchObject({ method: 'DELETE', path: '/v1/files/file_011' });
  });

  test('a batch that was made there is told of, and its results are OpenAI’s lines', async () => {
    const results = [
      { custom_id: 'a', result: { type: 'succeeded', message: anthropicMessage({ text: 'Hallo' }) } },
      {
        custom_id: 'b',
        result: { type: 'errored', error: { type: 'error', error: { type: 'overloaded_error', message: 'busy' } } },
      },
      { custom_id: 'c', result: { type: 'expired' } },
    ];
    scripts.anthropic = ({ path }) =>
      path.endsWith('/results')
        ? {
            raw: results.map((line) => JSON.stringify(line)).join('\n'),
            headers: { 'content-type': 'application/x-jsonl' },
          }
        : {
            json: {
              id: 'msgbatch_1',
              type: 'message_batch',
              processing_status: 'ended',
              created_at: TIME,
              ended_at: TIME,
              request_counts: { processing: 0, succeeded: 1, errored: 1, canceled: 0, expired: 1 },
            },
          };
    const batch = await gateway.openai.batches.retrieve('msgbatch_1', said('anthropic'));
    expect(batch).toMatchObject({
      object: 'batch',
      endpoint: '/v1/messages',
      status: 'completed',
      completed_at: SECONDS,
      request_counts: { total: 3, completed: 1, failed: 1 },
    });
    const text = await (await gateway.openai.files.content(batch.output_file_id ?? '')).text();
    expect(linesOf(text)).toMatchObject([
      {
        custom_id: 'a',
        response: {
          status_code: 200,
          body: { object: 'chat.completion', choices: [{ message: { content: 'Hallo' } }] },
        },
      },
      {
        custom_id: 'b',
        response: { status_code: 529, body: { error: { type: 'overloaded_error', message: 'busy' } } },
      },
      { custom_id: 'c', response: { status_code: 400 } },
    ]);
    expect(last()?.path).toBe('/v1/messages/batches/msgbatch_1/results');
  });

  test('no batch is made of a file, which is said with what to do', async () => {
    scripts.anthropic = () => ({ json: file });
    const { id } = await gateway.openai.files.create(
      { file: await jsonl(lines('a')), purpose: 'batch' },
      said('anthropic'),
    );
    const making = gateway.openai.batches.create({
      input_file_id: id,
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
    });
    await expect(making).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('pass-through') as string,
    });
  });
});

describe('at Gemini', () => {
  test('a file is uploaded in two steps, the key in the first alone', async () => {
    const file = {
      name: 'files/abc',
      uri: 'https://g/v1beta/files/abc',
      displayName: 'a.png',
      sizeBytes: '5',
      createTime: TIME,
      state: 'ACTIVE',
    };
    scripts.gemini = ({ method, path, headers }) => {
      if (path === '/upload/v1beta/files')
        return { json: {}, headers: { 'x-goog-upload-url': `http://${String(headers.host)}/gemini/go?upload_id=1` } };
      if (path.startsWith('/go')) return { json: { file } };
      if (path.startsWith('/download')) return { raw: 'bytes', headers: { 'content-type': 'image/png' } };
      return { json: method === 'DELETE' ? {} : file };
    };
    requests = [];
    const { files } = gateway.openai;
    const upload = await toFile(Buffer.from('bytes'), 'a.png', { type: 'image/png' });
    const made = await files.create({ file: upload, purpose: 'vision' }, said('gemini'));
    expect(made).toMatchObject({
      bytes: 5,
      filename: 'a.png',
      purpose: 'vision',
      status: 'processed',
      created_at: SECONDS,
    });
    const [start, bytes] = requests;
    expect(start?.headers).toMatchObject({
      'x-goog-api-key': 'gem',
      'x-goog-upload-protocol': 'resumable',
      'x-goog-upload-command': 'start',
      'x-goog-upload-header-content-length': '5',
      'x-goog-upload-header-content-type': 'image/png',
    });
    expect(start?.body).toEqual({ file: { display_name: 'a.png' } });
    expect(bytes?.headers).toMatchObject({
      'x-goog-upload-offset': '0',
      'x-goog-upload-command': 'upload, finalize',
      'content-length': '5',
    });
    expect(bytes?.headers).not.toHaveProperty('x-goog-api-key');
    expect(bytes?.bytes.toString()).toBe('bytes');
    await files.retrieve(made.id);
    expect(last()?.path).toBe('/v1beta/files/abc');
    expect(await (await files.content(made.id)).text()).toBe('bytes');
    expect(last()?.path).toBe('/download/v1beta/files/abc:download?alt=media');
    expect(await files.delete(made.id)).toMatchObject({ deleted: true });
  });

  test('nothing goes where an answer leads to in the clear', async () => {
    scripts.gemini = () => ({ json: {}, headers: { 'x-goog-upload-url': 'http://elsewhere.example/' } });
    const making = gateway.openai.files.create(
      { file: await toFile(Buffer.from('b'), 'b'), purpose: 'vision' },
      said('gemini'),
    );
    await expect(making).rejects.toMatchObject({ status: 502 });
  });
});

describe('at Bedrock', () => {
  const arn = 'arn:aws:bedrock:eu-west-1:1:model-invocation-job/j1';
  const job = (status: string, modelId: string, key: string) => ({
    jobArn: arn,
    status,
    modelId,
    submitTime: TIME,
    endTime: TIME,
    inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://in/${key}` } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/litellm-batch-outputs/n/' } },
    totalRecordCount: 2,
    successRecordCount: 1,
    errorRecordCount: 1,
  });

  test.each([
    ['claude', 'anthropic.claude-haiku-4-5-v1:0', undefined, anthropicMessage({ text: 'Hallo' })],
    [
      'nova',
      'amazon.nova-lite-v1:0',
      'Converse',
      {
        output: { message: { role: 'assistant', content: [{ text: 'Hallo' }] } },
        stopReason: 'end_turn',
        usage: { inputTokens: 1, outputTokens: 2, totalTokens: 3 },
      },
    ],
  ])('a batch of %s is a signed job over files in S3', async (name, model, type, answer) => {
    const stored: RecordedRequest[] = [];
    scripts.bucket = (request) => {
      stored.push(request);
      if (request.path.endsWith('.out')) {
        const rows = [
          { recordId: 'a', modelInput: {}, modelOutput: answer },
          { recordId: 'b', error: { errorCode: 400, errorMessage: 'no' } },
        ];
        return {
          raw: rows.map((row) => JSON.stringify(row)).join('\n'),
          headers: { 'content-type': 'binary/octet-stream' },
        };
      }
      return { raw: '', status: request.method === 'DELETE' ? 204 : 200 };
    };
    let status = 'InProgress';
    const jobs: RecordedRequest[] = [];
    scripts.bedrock = (request) => {
      jobs.push(request);
      if (request.path.endsWith('/stop')) {
        status = 'Stopping';
        return { json: {} };
      }
      return {
        json:
          request.method === 'POST' ? { jobArn: arn } : job(status, model, stored[0]?.path.replace('/in/', '') ?? ''),
      };
    };
    const { files, batches } = gateway.openai;
    const made = await files.create(
      { file: await jsonl(lines('a', 'b')), purpose: 'batch' },
      { query: { model: name } },
    );
    const [put] = stored;
    expect(put?.method).toBe('PUT');
    expect(put?.path).toMatch(/^\/in\/team\/litellm-bedrock-files-[\w.-]+-[0-9a-f-]{36}\.jsonl$/);
    expect(isSigned({ ...put, path: `/bucket${put?.path}` } as RecordedRequest, 'eu-west-1', 's3')).toBe(true);
    const rows = String(put?.bytes)
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as { recordId: string; modelInput: object });
    expect(rows.map(({ recordId }) => recordId)).toEqual(['a', 'b']);
    expect(JSON.stringify(rows[0]?.modelInput)).toContain('Grüße a');
    expect(rows[0]?.modelInput).toHaveProperty(type === undefined ? 'anthropic_version' : 'inferenceConfig');
    expect(rows[0]?.modelInput).not.toHaveProperty('model');
    expect(made.bytes).toBe(put?.bytes.length);

    const batch = await batches.create({
      input_file_id: made.id,
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
    });
    expect(batch).toMatchObject({ status: 'validating', input_file_id: made.id });
    expect(jobs[0]?.body).toMatchObject({
      modelId: model,
      roleArn: 'arn:aws:iam::1:role/batch',
      inputDataConfig: { s3InputDataConfig: { s3Uri: `s3:/${put?.path}` } },
      outputDataConfig: {
        s3OutputDataConfig: { s3Uri: expect.stringMatching(/^s3:\/\/out\/litellm-batch-outputs\/[\w-]+\/$/) as string },
      },
      timeoutDurationInHours: 24,
    });
    expect(jobs[0]?.body).toHaveProperty('jobName');
    expect(Object.entries(jobs[0]?.body ?? {}).find(([member]) => member === 'modelInvocationType')?.[1]).toBe(type);
    expect(isSigned({ ...jobs[0], path: `/bedrock${jobs[0]?.path}` } as RecordedRequest, 'eu-west-1')).toBe(true);

    expect((await batches.retrieve(batch.id)).status).toBe('in_progress');
    expect(jobs.at(-1)?.path).toBe(`/model-invocation-job/${encodeURIComponent(arn)}`);
    expect((await batches.cancel(batch.id)).status).toBe('cancelling');
    status = 'Completed';
    const done = await batches.retrieve(batch.id);
    expect(done).toMatchObject({
      status: 'completed',
      completed_at: SECONDS,
      request_counts: { total: 2, completed: 1, failed: 1 },
    });
    const text = await (await files.content(done.output_file_id ?? '')).text();
    expect(stored.at(-1)?.path).toBe(`/out/litellm-batch-outputs/n/j1/${put?.path.split('/').at(-1)}.out`);
    expect(linesOf(text)).toMatchObject([
      {
        custom_id: 'a',
        response: { status_code: 200, body: { choices: [{ message: { content: 'Hallo' } }] } },
        error: null,
      },
      { custom_id: 'b', response: null, error: { code: '400', message: 'no' } },
    ]);
    expect(await files.delete(made.id)).toMatchObject({ deleted: true });
  });

  test.each<[string, string, string]>([
    ['no JSON', 'nothing', 'Line 1 of the file is no JSON object'],
    ['no chat', '{"custom_id":"a","url":"/v1/embeddings","body":{"input":"x"}}', 'hold chats alone'],
    ['no id', '{"url":"/v1/chat/completions","body":{"messages":[]}}', 'custom_id must be a text'],
    ['nothing', ' \n ', 'The file has no requests'],
    ['an odd message', '{"custom_id":"a","body":{"messages":[7]}}', 'messages[0]'],
  ])('a line that is %s is named, and nothing is sent', async (_, content, words) => {
    requests = [];
    const making = gateway.openai.files.create(
      { file: await jsonl(content), purpose: 'batch' },
      { query: { model: 'claude' } },
    );
    await expect(making).rejects.toMatchObject({ status: 400, message: expect.stringContaining(words) as string });
    expect(requests).toEqual([]);
  });

  test('what lies elsewhere in the account is nobody’s to read', async () => {
    requests = [];
    const reading = gateway.openai.files.content('s3://in/other-team/secret.jsonl', { query: { model: 'claude' } });
    await expect(reading).rejects.toMatchObject({ status: 400 });
    expect(requests).toEqual([]);
  });
});

describe('at Vertex AI', () => {
  test('a batch of Gemini is a job over files in Cloud Storage', async () => {
    const long = `Ünï ${'x'.repeat(120)}`;
    const stored: RecordedRequest[] = [];
    const asked: RecordedRequest[] = [];
    const folder = 'gs://bin/litellm-vertex-files/publishers/google/models/gemini-2.5-flash';
    let state = 'JOB_STATE_RUNNING';
    const rows = (): unknown[] =>
      String(stored[0]?.bytes)
        .trim()
        .split('\n')
        .map((row) => JSON.parse(row) as unknown);
    scripts.google = (request) => {
      const { method, path } = request;
      if (path === '/token') return { json: { access_token: 'ya29.test', expires_in: 3600 } };
      if (path.startsWith('/upload/')) {
        stored.push(request);
        const name = new URLSearchParams(path.split('?')[1]).get('name');
        return {
          json: { kind: 'storage#object', id: `bin/${name}/17`, bucket: 'bin', name, size: '99', timeCreated: TIME },
        };
      }
      if (path.includes('predictions.jsonl')) {
        const [first, second] = rows() as { request: object }[];
        const response = {
          candidates: [{ content: { role: 'model', parts: [{ text: 'Hallo' }] }, finishReason: 'STOP' }],
          modelVersion: 'gemini-2.5-flash',
          usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 2, totalTokenCount: 3 },
        };
        const out = [
          { request: first?.request, status: '', response, processed_time: TIME },
          { request: second?.request, status: 'Bad Request: no', response: {}, processed_time: TIME },
        ];
        return {
          raw: out.map((row) => JSON.stringify(row)).join('\n'),
          headers: { 'content-type': 'application/json' },
        };
      }
      asked.push(request);
      if (path.endsWith(':cancel')) {
        state = 'JOB_STATE_CANCELLING';
        return { json: {} };
      }
      const input = (asked[0]?.body as { inputConfig?: object } | undefined)?.inputConfig;
      return {
        json: {
          name: 'projects/1/locations/us-central1/batchPredictionJobs/77',
          state: method === 'POST' ? 'JOB_STATE_PENDING' : state,
          createTime: TIME,
          endTime: TIME,
          inputConfig: input,
          ...(state === 'JOB_STATE_SUCCEEDED' && {
            outputInfo: { gcsOutputDirectory: `${folder}/prediction-model-1` },
          }),
        },
      };
    };
    const { files, batches } = gateway.openai;
    const made = await files.create(
      { file: await jsonl(lines('a', long)), purpose: 'batch' },
      { query: { model: 'gemini' } },
    );
    expect(made).toMatchObject({ bytes: 99, created_at: SECONDS });
    expect(stored[0]?.path).toMatch(
      /^\/upload\/storage\/v1\/b\/bin\/o\?uploadType=media&name=litellm-vertex-files%2Fpublishers%2Fgoogle%2Fmodels%2Fgemini-2\.5-flash%2F/,
    );
    expect(stored[0]?.headers.authorization).toBe('Bearer ya29.test');
    expect(rows()[0]).toMatchObject({
      request: {
        contents: [{ role: 'user', parts: [{ text: 'Grüße a' }] }],
        generationConfig: { maxOutputTokens: 5 },
        labels: { litellm_custom_id: 'a', litellm_custom_id_raw: 'b32_me' },
      },
    });

    const batch = await batches.create({
      input_file_id: made.id,
      endpoint: '/v1/chat/completions',
      completion_window: '24h',
    });
    expect(batch).toMatchObject({ status: 'validating', input_file_id: made.id });
    expect(asked[0]?.path).toBe('/v1/projects/my-project/locations/us-central1/batchPredictionJobs');
    expect(asked[0]?.body).toMatchObject({
      model: 'publishers/google/models/gemini-2.5-flash',
      inputConfig: {
        instancesFormat: 'jsonl',
        gcsSource: { uris: [expect.stringMatching(/^gs:\/\/bin\/litellm-vertex-files\//) as string] },
      },
      outputConfig: { predictionsFormat: 'jsonl', gcsDestination: { outputUriPrefix: folder } },
    });
    expect((await batches.retrieve(batch.id)).status).toBe('in_progress');
    expect(asked.at(-1)?.path).toBe('/v1/projects/my-project/locations/us-central1/batchPredictionJobs/77');
    expect((await batches.cancel(batch.id)).status).toBe('cancelling');
    expect(asked.some(({ method, path }) => method === 'POST' && path.endsWith('/77:cancel'))).toBe(true);

    state = 'JOB_STATE_SUCCEEDED';
    const done = await batches.retrieve(batch.id);
    expect(done.status).toBe('completed');
    const text = await (await files.content(done.output_file_id ?? '')).text();
    expect(linesOf(text)).toMatchObject([
      {
        custom_id: 'a',
        response: {
          body: { choices: [{ message: { content: 'Hallo' }, finish_reason: 'stop' }], usage: { total_tokens: 3 } },
        },
      },
      { custom_id: long, response: null, error: { code: 'vertex_ai_error', message: 'Bad Request: no' } },
    ]);
  });
});

test('a batch of Claude at Vertex AI is a job over files in its own form, and is paid for by the prices of batches', async () => {
  const folder = 'gs://bin/litellm-vertex-files/publishers/anthropic/models/claude-haiku-4-5@20251001';
  const stored: RecordedRequest[] = [];
  const asked: RecordedRequest[] = [];
  scripts.google = (request) => {
    const { method, path } = request;
    if (path === '/token') return { json: { access_token: 'ya29.test', expires_in: 3600 } };
    if (path.startsWith('/upload/')) {
      stored.push(request);
      const name = new URLSearchParams(path.split('?')[1]).get('name');
      return { json: { id: `bin/${name}/17`, bucket: 'bin', name, size: '99', timeCreated: TIME } };
    }
    if (path.includes('predictions.jsonl')) {
      const response = anthropicMessage({ text: 'Hallo', usage: { inputTokens: 100, outputTokens: 20 } });
      const rows = [
        { custom_id: 'a', request: {}, response, status: '', processed_time: TIME },
        { custom_id: 'b', request: {}, response: {}, status: 'Bad Request: no', processed_time: TIME },
      ];
      return { raw: rows.map((row) => JSON.stringify(row)).join('\n') };
    }
    asked.push(request);
    const job = { name: 'projects/1/locations/us-central1/batchPredictionJobs/78', createTime: TIME, endTime: TIME };
    const done = { state: 'JOB_STATE_SUCCEEDED', outputInfo: { gcsOutputDirectory: `${folder}/prediction-1` } };
    const { inputConfig } = (asked[0]?.body ?? {}) as { inputConfig?: object };
    return { json: { ...job, inputConfig, ...(method === 'POST' ? { state: 'JOB_STATE_PENDING' } : done) } };
  };
  const { files, batches } = gateway.openai;
  const file = await jsonl(lines('a', 'b'));
  const made = await files.create({ file, purpose: 'batch' }, { query: { model: 'claude-at-google' } });
  const [row] = linesOf(String(stored[0]?.bytes));
  expect(row).toEqual({
    custom_id: 'a',
    request: {
      anthropic_version: 'vertex-2023-10-16',
      max_tokens: 5,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Grüße a' }] }],
    },
  });
  const batch = await batches.create({
    input_file_id: made.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
  });
  expect(asked[0]?.body).toMatchObject({
    model: 'publishers/anthropic/models/claude-haiku-4-5@20251001',
    outputConfig: { gcsDestination: { outputUriPrefix: folder } },
  });
  const done = await batches.retrieve(batch.id);
  expect(done.status).toBe('completed');
  const results = await (await files.content(done.output_file_id ?? '')).text();
  expect(linesOf(results)).toMatchObject([
    { custom_id: 'a', response: { body: { choices: [{ message: { content: 'Hallo' } }] } }, error: null },
    { custom_id: 'b', response: null, error: { message: 'Bad Request: no' } },
  ]);
  const booked = async (): Promise<unknown[]> => {
    const answer = await gateway.get('/spend/logs');
    const rows = (await answer.json()) as { call_type: string; model_group: string }[];
    return rows.filter((one) => one.call_type === 'aretrieve_batch' && one.model_group === 'claude-at-google');
  };
  await vi.waitUntil(async () => (await booked()).length > 0, { timeout: 50_000 });
  expect(await booked()).toMatchObject([{ spend: 2, prompt_tokens: 100, completion_tokens: 20 }]);
});

function linesOf(text: string): unknown[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
