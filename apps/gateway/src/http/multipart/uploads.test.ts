import { readFile } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { startScriptedUpstream } from '@showrunner/testkit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { formEvents } from './form-events.ts';
import { MASTER_KEY, openAiModel, startGateway, type StartedGateway } from '../../testing/start-gateway.ts';
import { sayText, startListener, type SeenUpload } from '../../testing/start-listener.ts';

const MEGABYTE = 1024 * 1024;
const LONG = 200 * MEGABYTE;
const piece = Buffer.alloc(MEGABYTE, 1);

const field = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const fileHead =
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\ncontent-type: audio/wav\r\n\r\n';

/** A form with a file of this length, the model in front of it or behind. */
function* longForm(length: number, modelStands: 'first' | 'last'): Generator<Buffer | string> {
  if (modelStands === 'first') yield field('model', 'm');
  yield fileHead;
  for (let sent = 0; sent < length; sent += piece.length) yield piece;
  yield '\r\n';
  if (modelStands === 'last') yield field('model', 'm');
  yield field('language', 'de');
  yield '--b--\r\n';
}

function openUpload(gateway: StartedGateway, headers: Record<string, string> = {}): ClientRequest {
  return httpRequest(`${gateway.url}/v1/audio/transcriptions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${MASTER_KEY}`,
      'content-type': 'multipart/form-data; boundary=b',
      ...headers,
    },
  });
}

async function answerTo(
  upload: ClientRequest,
  body?: Iterable<Buffer | string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    upload.on('error', reject);
    upload.on('response', (response) => {
      let text = '';
      response.on('data', (bytes: Buffer) => (text += bytes.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    if (body) Readable.from(body).pipe(upload);
  });
}

/** Megabytes that a process holds in memory. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

describe('a long upload', () => {
  test.runIf(process.platform === 'linux').each(['first', 'last'] as const)(
    'whose model stands %s leaves the memory as it is',
    { timeout: 120_000 },
    async (modelStands) => {
      const vendor = await startListener();
      await using gateway = await startGateway({ model_list: [openAiModel('m', vendor.url)] });
      await answerTo(openUpload(gateway), longForm(MEGABYTE, modelStands));
      const before = await residentMegabytes(gateway.pid);
      const { status } = await answerTo(openUpload(gateway), longForm(LONG, modelStands));
      expect(status).toBe(200);
      expect(vendor.uploads.at(-1)?.bytes).toBeGreaterThan(LONG);
      expect((await residentMegabytes(gateway.pid)) - before).toBeLessThan(100);
    },
  );

  test('goes on to the vendor while it comes, whatever comes behind the file', async () => {
    const vendor = await startListener();
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor.url)] });
    const upload = openUpload(gateway);
    const answered = answerTo(upload);
    upload.write(field('model', 'm') + fileHead);
    upload.write(Buffer.alloc(3 * MEGABYTE));
    await expect.poll(() => vendor.uploads[0]?.bytes ?? 0, { timeout: 20_000 }).toBeGreaterThan(2 * MEGABYTE);
    expect(vendor.uploads[0]?.request.headers['transfer-encoding']).toBe('chunked');
    upload.end(`\r\n${field('model', 'm')}${field('api_key', 'sk-mine')}--b--\r\n`);
    expect((await answered).status).toBe(200);
  });

  test('that the client breaks off is broken off at the vendor', async () => {
    const vendor = await startListener();
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor.url)] });
    const upload = openUpload(gateway);
    upload.on('error', () => {});
    upload.write(field('model', 'm') + fileHead);
    upload.write(Buffer.alloc(3 * MEGABYTE));
    await expect.poll(() => vendor.uploads.length, { timeout: 20_000 }).toBe(1);
    upload.destroy();
    await expect.poll(() => vendor.uploads[0]?.end, { timeout: 20_000 }).toBe('aborted');
    await expect.poll(() => gateway.logs.join('\n'), { timeout: 20_000 }).toContain('"status":499');
  });

  test('is sent again, as long as it is kept', async () => {
    const vendor = await startListener((response, { bytes }) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end(`{"error":{"message":"${bytes}"}}`);
    });
    await using gateway = await startGateway({
      model_list: [openAiModel('m', vendor.url)],
      router_settings: { num_retries: 2, retry_after: 0 },
    });
    const uploads = async (megabytes: number, modelStands: 'first' | 'last'): Promise<number[]> => {
      const before = vendor.uploads.length;
      const form = longForm(megabytes * MEGABYTE, modelStands);
      expect((await answerTo(openUpload(gateway), form)).status).toBe(500);
      return vendor.uploads.slice(before).map(({ bytes }) => bytes);
    };
    for (const modelStands of ['first', 'last'] as const) {
      const lengths = await uploads(3, modelStands);
      expect(lengths).toHaveLength(3);
      expect(new Set(lengths).size).toBe(1);
    }
    expect(await uploads(80, 'first')).toHaveLength(1);
  });

  test.each([
    ['at once', 308],
    ['when all is there', 307],
  ] as const)('goes to where its vendor points %s, from its first byte on', async (when, status) => {
    const point = (response: ServerResponse, { request }: SeenUpload): void => {
      if (request.url === '/moved') return;
      response.writeHead(status, { location: '/moved' }).end();
    };
    const vendor =
      when === 'at once'
        ? await startListener(sayText, point)
        : await startListener((response, upload) => {
            point(response, upload);
            if (!response.headersSent) sayText(response);
          });
    await using gateway = await startGateway({ model_list: [openAiModel('m', vendor.url)] });
    const { status: told, text } = await answerTo(openUpload(gateway), longForm(9 * MEGABYTE, 'first'));
    expect([told, JSON.parse(text)]).toEqual([200, { text: 'Guten Morgen' }]);
    expect(vendor.uploads.map(({ request }) => request.url)).toEqual(['/v1/audio/transcriptions', '/moved']);
    expect(vendor.uploads[1]?.bytes).toBeGreaterThan(9 * MEGABYTE);
  });

  test('of which nothing was sent yet goes to another vendor', async () => {
    const vendor = await startListener();
    await using gateway = await startGateway({
      model_list: [openAiModel('m', 'http://127.0.0.1:9'), openAiModel('b', vendor.url)],
      router_settings: { num_retries: 0, fallbacks: [{ m: ['b'] }] },
    });
    expect((await answerTo(openUpload(gateway), longForm(3 * MEGABYTE, 'first'))).status).toBe(200);
    expect(vendor.uploads[0]?.bytes).toBeGreaterThan(3 * MEGABYTE);
  });

  test('that the vendor answers early, or not at all, ends as the vendor says', async () => {
    await using refusing = await startScriptedUpstream([{ status: 401, json: { error: { message: 'no key' } } }]);
    await using resetting = await startScriptedUpstream([{ reset: true }]);
    await using gateway = await startGateway({
      model_list: [openAiModel('m', refusing.url), openAiModel('r', resetting.url)],
      router_settings: { num_retries: 0 },
    });
    expect((await answerTo(openUpload(gateway), longForm(3 * MEGABYTE, 'first'))).status).toBe(401);
  });
});

describe('an upload that is refused', () => {
  test('for its length is refused before it is read', async () => {
    await using gateway = await startGateway({
      general_settings: { master_key: MASTER_KEY, max_request_size_mb: 1 },
      model_list: [openAiModel('m', 'http://127.0.0.1:9')],
    });
    const upload = openUpload(gateway, { 'content-length': String(2 * MEGABYTE) });
    const answered = answerTo(upload);
    upload.flushHeaders();
    const { status, text } = await answered;
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ error: { code: '413' } });
    upload.destroy();
  });

  test('for a length that it did not announce is refused when it is reached', async () => {
    const vendor = await startListener();
    await using gateway = await startGateway({
      general_settings: { master_key: MASTER_KEY, max_request_size_mb: 2 },
      model_list: [openAiModel('m', vendor.url)],
    });
    const upload = openUpload(gateway);
    const answered = answerTo(upload);
    upload.write(field('model', 'm') + fileHead);
    upload.write(Buffer.alloc(3 * MEGABYTE));
    expect((await answered).status).toBe(413);
    await expect.poll(() => vendor.uploads.every(({ end }) => end === 'aborted'), { timeout: 20_000 }).toBe(true);
    upload.destroy();
  });

  test.each<[string, string, string, number]>([
    ['is no form', 'application/json', '{"model":"m"}', 415],
    ['names no boundary', 'multipart/form-data; charset=utf-8', 'x', 400],
    ['ends before its end', 'multipart/form-data; boundary=b', field('model', 'm') + fileHead, 400],
    ['is none of what it says', 'multipart/form-data; boundary=b', 'nothing', 400],
    ['names no model', 'multipart/form-data; boundary=b', `${fileHead}abc\r\n--b--\r\n`, 400],
    ['has a field without end', 'multipart/form-data; boundary=b', field('prompt', 'x'.repeat(2 * MEGABYTE)), 400],
    ['has parts without end', 'multipart/form-data; boundary=b', field('a', 'b').repeat(300), 400],
  ])('because it %s is told why', async (_, type, body, status) => {
    await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
    const answer = await fetch(`${gateway.url}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${MASTER_KEY}`, 'content-type': type },
      body,
    });
    expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code: String(status) } }]);
  });

  test('for want of a key is refused before it is read', async () => {
    await using gateway = await startGateway({ model_list: [openAiModel('m', 'http://127.0.0.1:9')] });
    const upload = openUpload(gateway, { authorization: 'Bearer sk-wrong', 'content-length': String(LONG) });
    const answered = answerTo(upload);
    upload.flushHeaders();
    expect((await answered).status).toBe(401);
    upload.destroy();
  });
});

test('a form of which nothing comes for half a minute is given up', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const silent = new Readable({ read() {} });
  const failure = formEvents(silent, 'multipart/form-data; boundary=b', MEGABYTE)
    .next()
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await failure).toMatchObject({ status: 408, isRetryable: false });
});
