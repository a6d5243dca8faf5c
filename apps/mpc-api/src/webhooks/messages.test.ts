import { ApiError } from '@showrunner/errors';
import { describe, expect, it } from 'vitest';
import { batchMessage, jobMessage, pingMessage, type JobEnded } from './messages.ts';

const AT = new Date('2026-11-29T08:00:00.123Z');
const EVENT = { workspace: 'a', url: 'https://a.example/', sequence: 7, at: AT };
const JOB = { id: 'job_1', run: 2, recipe: 'script', clientRef: 'order 7' };
const ROOT = 'https://studio.example';

describe('what is told of a job', () => {
  const bodyOf = (outcome: JobEnded['outcome']): unknown =>
    JSON.parse(jobMessage({ ...EVENT, job: JOB, outcome }, ROOT).body);

  it('is its result, with the version of the job and the time of the event', () => {
    const message = jobMessage(
      { ...EVENT, job: JOB, outcome: { state: 'succeeded', resultJson: '{"title":"Tea 🎬"}' } },
      ROOT,
    );
    expect(message).toMatchObject({ ...EVENT, type: 'job.succeeded', subject: 'job_1' });
    expect(JSON.parse(message.body)).toEqual({
      type: 'job.succeeded',
      timestamp: '2026-11-29T08:00:00.123Z',
      sequence: 7,
      data: {
        job_id: 'job_1',
        run: 2,
        recipe: 'script',
        state: 'succeeded',
        client_ref: 'order 7',
        result: { title: 'Tea 🎬' },
      },
    });
  });

  it('is its error', () => {
    const { error } = new ApiError('LLM_ERROR', { details: { status: 402 } }).toJSON();
    expect(bodyOf({ state: 'failed', error })).toMatchObject({ type: 'job.failed', data: { state: 'failed', error } });
  });

  it('is that it was cancelled', () => {
    expect(bodyOf({ state: 'cancelled' })).toEqual({
      type: 'job.cancelled',
      timestamp: AT.toISOString(),
      sequence: 7,
      data: { job_id: 'job_1', run: 2, recipe: 'script', state: 'cancelled', client_ref: 'order 7' },
    });
  });

  it('is a link where it would be larger than 20 kB, counted in bytes', () => {
    for (const letter of ['x', 'é', '字', '🎬']) {
      const fitting = JSON.stringify({ text: letter.repeat(Math.floor(19_700 / Buffer.byteLength(letter))) });
      expect(bodyOf({ state: 'succeeded', resultJson: fitting })).toMatchObject({ data: { result: {} } });
      const resultJson = JSON.stringify({ text: letter.repeat(20_000 / Buffer.byteLength(letter)) });
      const { data } = bodyOf({ state: 'succeeded', resultJson }) as { data: object };
      expect(data).toMatchObject({ job_id: 'job_1', result_url: 'https://studio.example/jobs/job_1' });
      expect(data).not.toHaveProperty('result');
    }
    const { error } = new ApiError('GENERATION_FAILED', { details: { checks: ['x'.repeat(30_000)] } }).toJSON();
    expect(bodyOf({ state: 'failed', error })).toMatchObject({
      data: {
        error: { code: 'GENERATION_FAILED', message: error.message, details: {} },
        result_url: 'https://studio.example/jobs/job_1',
      },
    });
  });
});

it('of a batch its counts and where it is', () => {
  const counts = { queued: 0, running: 0, succeeded: 2, failed: 1, cancelled: 0 };
  const message = batchMessage({ ...EVENT, batch: { id: 'batch_1', counts } }, ROOT);
  expect(message).toMatchObject({ type: 'batch.completed', subject: 'batch_1', sequence: 7 });
  expect(JSON.parse(message.body)).toEqual({
    type: 'batch.completed',
    timestamp: AT.toISOString(),
    sequence: 7,
    data: { batch_id: 'batch_1', counts, url: 'https://studio.example/batch/batch_1' },
  });
});

it('of a test nothing', () => {
  expect(pingMessage('a', 'https://a.example/', AT)).toEqual({
    workspace: 'a',
    url: 'https://a.example/',
    type: 'ping',
    subject: null,
    sequence: null,
    at: AT,
    body: '{"type":"ping","timestamp":"2026-11-29T08:00:00.123Z","data":{}}',
  });
});
