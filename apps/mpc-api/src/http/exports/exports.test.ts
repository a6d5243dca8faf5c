import { exportFormatIds } from '@showrunner/exports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Envelope, type RunningApi } from '../../testing/start-api.ts';

let api: RunningApi;
let script: Envelope;
let metadata: Envelope;
let thumbnail: Envelope;
let whole: Envelope;

beforeAll(async () => {
  api = await startApi();
  const made = async (recipe: string, body: object) =>
    (await (await api.post(`/generate/${recipe}`, body)).json()) as Envelope;
  script = await made('script', { prompt: 'How espresso works' });
  metadata = await made('metadata', { script_id: script.data.id });
  thumbnail = await made('thumbnail-prompt', { script_id: script.data.id });
  whole = await made('package', { prompt: 'How espresso works, all of it' });
});
afterAll(() => api[Symbol.asyncDispose]());

interface Exported {
  readonly data: { readonly text: string; readonly filename: string; readonly parts: readonly string[] | null };
  readonly meta: { readonly checks: readonly { readonly name: string }[]; readonly ignored: readonly string[] };
}

const json = { accept: 'application/json' };

async function exported(response: Promise<Response>): Promise<Exported> {
  return (await (await response).json()) as Exported;
}

describe('a stored script', () => {
  it.each(exportFormatIds)('is had as %s, as a file and in the envelope', async (format) => {
    const file = await api.get(`/export/${script.meta.job_id}/${format}`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+"; filename\*=UTF-8''/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('vary')).toContain('accept');
    const text = await file.text();
    const { data } = await exported(api.get(`/export/${script.data.id}/${format}`, json));
    expect(data.text).toBe(text);
    const head = await fetch(`${api.url}/export/${script.meta.job_id}/${format}`, {
      method: 'HEAD',
      headers: { authorization: 'Bearer sk-test-key' },
    });
    for (const name of ['content-type', 'content-disposition', 'content-length', 'export-checks'])
      expect(head.headers.get(name)).toBe(file.headers.get(name));
    expect(await head.text()).toBe('');
  });

  it('as a shot list begins with a byte order mark for spreadsheets, unless asked not to', async () => {
    const path = `/export/${script.meta.job_id}/csv`;
    const bytes = new Uint8Array(await (await api.get(path)).arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const plain = new Uint8Array(await (await api.get(`${path}?bom=false`)).arrayBuffer());
    expect(plain).toEqual(bytes.slice(3));
  });

  it('takes its metadata from the job that is named', async () => {
    const path = `/export/${script.meta.job_id}/youtube`;
    const { data, meta } = await exported(api.get(`${path}?metadata=${metadata.meta.job_id}`, json));
    expect(meta.checks).toEqual([]);
    const { platforms } = metadata.data as unknown as { platforms: { youtube: { snippet: object } } };
    expect(JSON.parse(data.text)).toMatchObject({ snippet: platforms.youtube.snippet });
    expect((await exported(api.get(path, json))).meta.checks).toMatchObject([{ name: 'youtube_metadata' }]);
    expect((await api.get(`${path}?metadata=${script.meta.job_id}`)).status).toBe(404);
  });

  it('is that of a package, with the metadata beside it', async () => {
    const { meta } = await exported(api.get(`/export/${whole.meta.job_id}/youtube`, json));
    expect(meta.checks).toEqual([]);
    expect(await (await api.get(`/export/${whole.meta.job_id}/srt`)).text()).toMatch(/^1\n00:00:00,000 --> /);
  });

  it.each([
    ['a job that is not there', () => '/export/job_nothing/srt', 404, 'NOT_FOUND'],
    ['another path for a job', () => '/export/..%2f..%2fetc%2fpasswd/srt', 404, 'NOT_FOUND'],
    ['a blank job', () => '/export/%20/srt', 404, 'NOT_FOUND'],
    ['a job of metadata', () => `/export/${metadata.meta.job_id}/srt`, 422, 'VALIDATION_ERROR'],
    ['a job of thumbnails', () => `/export/${thumbnail.meta.job_id}/youtube`, 422, 'VALIDATION_ERROR'],
    ['an unknown format', () => `/export/${script.meta.job_id}/docx`, 404, 'NOT_FOUND'],
    ['a document that is too small', () => `/export/${script.meta.job_id}/ssml?max_bytes=10`, 422, 'VALIDATION_ERROR'],
    ['a part that is not there', () => `/export/${script.meta.job_id}/ssml?part=99`, 422, 'VALIDATION_ERROR'],
    ['a switch that is none', () => `/export/${script.meta.job_id}/csv?bom=perhaps`, 422, 'VALIDATION_ERROR'],
    ['an option given twice', () => `/export/${script.meta.job_id}/ssml?part=1&part=2`, 422, 'VALIDATION_ERROR'],
  ])('%s is refused', async (_what, path, status, code) => {
    const response = await api.get(path());
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
  });

  it('names the formats where one is unknown', async () => {
    const response = await api.get(`/export/${script.meta.job_id}/docx`);
    expect(await response.json()).toMatchObject({ error: { details: { format: 'docx', allowed: exportFormatIds } } });
  });

  it('wants a key', async () => {
    expect((await fetch(`${api.url}/export/${script.meta.job_id}/srt`)).status).toBe(401);
  });
});

it('metadata alone has its snippet for YouTube', async () => {
  const { data } = await exported(api.get(`/export/${metadata.meta.job_id}/youtube`, json));
  expect(JSON.parse(data.text)).toHaveProperty('snippet.categoryId');
});

describe('a script given as data', () => {
  it('is the result of a recipe as it is', async () => {
    const file = await api.post('/export/vtt', { script: script.data, metadata: metadata.data });
    expect(await file.text()).toBe(await (await api.get(`/export/${script.meta.job_id}/vtt`)).text());
  });

  it('is one written by hand, with what cannot be read told in a header and in the envelope', async () => {
    const body = {
      script: { title: 'Zu schnell', language: 'de', scenes: [{ narration: 'Zu schnell. '.repeat(20), start_seconds: 0, end_seconds: 3 }] }, // prettier-ignore
      promt: 'x',
    };
    const file = await api.post('/export/srt', body);
    expect(file.headers.get('export-checks')).toMatch(
      /^(?:cue_\w+;value=[\d.]+;limit=\d+;unit="[\w/]+";path="cues\[\d+\]"(?:, |$))+$/,
    );
    const { data, meta } = await exported(api.post('/export/srt', body, json));
    expect(data.filename).toBe('Zu schnell.srt');
    expect(meta.checks[0]).toMatchObject({ name: 'cue_duration', ok: false, severity: 'report', path: 'cues[0]' });
    expect(meta.ignored).toEqual(['promt']);
  });

  it.each(['de', 'ja', 'te', 'xx-nonsense-tag', undefined])('needs no times: %s', async (language) => {
    const body = { script: { language, scenes: [{ narration: 'Im Jahr 1998 waren es 3,5 Millionen.' }, {}] } };
    expect(await (await api.post('/export/srt', body)).text()).toMatch(/^1\n00:00:00,000 --> 00:00:0[1-9]/);
  });

  it('is cut into documents, which are had one by one', async () => {
    const body = {
      script: { title: 'x', language: 'en', scenes: [{ narration: 'A sentence of some words. '.repeat(100) }] },
    };
    const { data, meta } = await exported(api.post('/export/ssml?max_bytes=1000', body, json));
    expect(data.parts?.[0]).toBe(data.text);
    expect(meta.checks).toMatchObject([{ name: 'ssml_parts', value: data.parts?.length }]);
    const second = await api.post('/export/ssml?max_bytes=1000&part=2', body);
    expect(second.headers.get('export-parts')).toBe(String(data.parts?.length));
    expect(second.headers.get('content-disposition')).toContain('filename="x-2.ssml"');
    expect(await second.text()).toBe(data.parts?.[1]);
  });

  it.each([
    ['nothing', {}, 400, 'script'],
    ['no scenes', { script: { title: 'x' } }, 422, 'script.scenes'],
    ['an empty list of scenes', { script: { scenes: [] } }, 422, 'script.scenes'],
    ['a time that is none', { script: { scenes: [{ start_seconds: -1 }] } }, 422, 'script.scenes[0].start_seconds'],
    ['a text that is a number', { script: { scenes: [{ narration: 7 }] } }, 422, 'script.scenes[0].narration'],
    ['a snippet without a title', { script: { scenes: [{}] }, metadata: { platforms: { youtube: { snippet: { description: '', tags: [], categoryId: '27' } } } } }, 422, 'metadata.platforms.youtube.snippet.title'], // prettier-ignore
  ])('with %s is refused', async (_what, body, status, path) => {
    const response = await api.post('/export/srt', body);
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { error: { details: { issues: [{ path }] } } },
    ]);
  });

  it('in a format that is not there is refused before it is read', async () => {
    expect((await api.post('/export/docx', { script: { scenes: [{}] } })).status).toBe(404);
    expect((await api.get('/export/srt')).status).toBe(405);
  });
});

describe('the file or the envelope', () => {
  it.each([
    ['*/*', 'srt', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'srt', false],
    ['application/json, text/plain, */*', 'narration', true],
    ['application/json;q=0.1, text/vtt', 'vtt', false],
    ['text/vtt;q=0.5, application/json;q=0.9', 'vtt', true],
    ['application/json;q=0, */*', 'srt', false],
    ['APPLICATION/JSON; charset=utf-8', 'moneyprinterturbo', true],
    ['application/problem+json', 'srt', false],
  ])('for %s: %s in the envelope is %s', async (accept, format, isEnvelope) => {
    const response = await api.get(`/export/${script.meta.job_id}/${format}`, { accept });
    expect(response.headers.has('content-disposition')).toBe(!isEnvelope);
  });
});
