import { openAiChunks } from '@showrunner/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { espressoAnswer } from '../../testing/espresso.ts';
import { startApi, type RunningApi } from '../../testing/start-api.ts';

const answer = { ...espressoAnswer, logline: 'Line\u2028separator and next\u0085line.' };
const slowly = { sse: openAiChunks(JSON.stringify(answer), { charactersPerChunk: 150 }), gapMs: 50 } as const;

describe('events of jobs', { timeout: 60_000 }, () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi([slowly]);
    return () => api[Symbol.asyncDispose]();
  });

  it('are told as they come, end with the result, and are resumed behind any of them', async () => {
    const id = await accepted();
    const whole = parsed(await (await api.get(`/jobs/${id}/events`)).text());
    const names = whole.map(({ event }) => event);
    expect([names[0], names.at(-1)]).toEqual(['start', 'result']);
    expect(names.filter((name) => name === 'scene')).toHaveLength(6);
    expect(names.filter((name) => name === 'start' || name === 'result')).toHaveLength(2);
    const ids = whole.map((event) => Number(event.id));
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(whole.at(-1)?.data).toMatchObject({
      success: true,
      data: { title: 'How Espresso Works' },
      meta: { job_id: id },
    });
    for (const { data } of whole.slice(0, -1)) expect(data).toMatchObject({ job_id: id });
    for (const [index, lastId] of ids.slice(0, -1).entries()) {
      const rest = await api.get(`/jobs/${id}/events`, { 'last-event-id': String(lastId) });
      expect(parsed(await rest.text())).toEqual(whole.slice(index + 1));
    }
    const behind = await api.get(`/jobs/${id}/events`, { 'last-event-id': String(ids.at(-1)) });
    expect([behind.status, await behind.text()]).toEqual([204, '']);
    const other = await accepted();
    const [foreign] = parsed(await (await api.get(`/jobs/${other}/events`)).text());
    for (const senseless of ['0', '-1', 'abc', '999999999', foreign?.id ?? '']) {
      const again = await api.get(`/jobs/${id}/events`, { 'last-event-id': senseless });
      expect(parsed(await again.text())).toEqual(whole);
    }
  });

  it('hold each event on one line, whatever letters a reader takes for its end', async () => {
    const text = await (await api.get(`/jobs/${await accepted()}/events`)).text();
    expect(text).not.toMatch(/[\u0085\u2028\u2029]/);
    expect(text).not.toMatch(/^(?!id: |event: |data: |: |$)/m);
  });

  it('of all jobs are one stream, which begins with what is alive and is resumed', async () => {
    const first = await accepted();
    const told = await readUntil('/jobs/events', {}, (events) => events.some(({ event }) => event === 'result'));
    expect(told[0]).toMatchObject({ event: 'job', id: undefined, data: { job_id: first } });
    const second = await accepted();
    const last = told.at(-1)?.id ?? '';
    const next = await readUntil('/jobs/events', { 'last-event-id': last }, (events) =>
      events.some(({ event }) => event === 'result'),
    );
    expect(next.every(({ id, data }) => Number(id) > Number(last) && JSON.stringify(data).includes(second))).toBe(true);
  });

  it('of all jobs begin with every one that is alive, however many those are', async () => {
    const items = Array.from({ length: 450 }, () => ({ recipe: 'script', input: { prompt: 'tea', cache: false } }));
    const batch = await api.post('/batch?workspace=crowded', { items });
    const { data } = (await batch.json()) as { data: { id: string } };
    const alive = (events: Told[]) => events.filter(({ event }) => event === 'job');
    const told = await readUntil('/jobs/events?workspace=crowded', {}, (events) => alive(events).length > 300);
    expect(new Set(alive(told).map((job) => (job.data as { job_id: string }).job_id)).size).toBe(alive(told).length);
    await api.post(`/batch/${data.id}/cancel?workspace=crowded`, {});
  });

  it('are nobody else’s, and a stream of a job that is not there is 404', async () => {
    expect((await api.get('/jobs/job_unknown/events')).status).toBe(404);
  });

  it('of a server that stops say to come again', async () => {
    const another = await api.beside();
    const response = await another.get('/jobs/events');
    another.server.process.kill('SIGTERM');
    expect(await response.text()).toMatch(/^retry: \d+\n\n$/m);
  });

  async function accepted(): Promise<string> {
    const response = await api.post('/generate/script', { prompt: 'How espresso works', cache: false, async: true });
    return ((await response.json()) as { data: { id: string } }).data.id;
  }

  async function readUntil(path: string, headers: Record<string, string>, isEnough: (told: Told[]) => boolean) {
    const response = await api.get(path, headers);
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      const told = parsed(text.slice(0, text.lastIndexOf('\n\n')));
      if (isEnough(told)) return told;
    }
    throw new Error(`ended before: ${text}`);
  }
});

interface Told {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: unknown;
}

function parsed(text: string): Told[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('data: '))
    .map((block) => ({
      id: /^id: (.*)$/m.exec(block)?.[1],
      event: /^event: (.*)$/m.exec(block)?.[1],
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? 'null') as unknown,
    }));
}
