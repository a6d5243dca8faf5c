import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureCheckout, type FixtureCheckout } from '../../__fixtures__/checkout.ts';
import { up } from '../up/up.handler.ts';
import { eventLine } from './event-line.ts';
import { cancel, events, list, remove, retry, show } from './jobs.handler.ts';

let checkout: FixtureCheckout;
beforeEach(async () => {
  checkout = await fixtureCheckout();
  await checkout.run(up);
});
afterEach(() => checkout.dispose());

test('jobs are listed with how far they are', async () => {
  const { stdout } = await checkout.run(list, {});
  expect(stdout).toMatch(/job_1 +script +running +2 of 6 +2026-11-29T09:30 +Espresso/);
  expect(JSON.parse((await checkout.run(list, { json: true })).stdout)).toMatchObject([
    { id: 'job_1' },
    { id: 'job_2' },
  ]);
});

test('a job without a result is shown by its state, a failed one with why and an error status', async () => {
  expect(await checkout.run(show, { args: ['job_1'] })).toMatchObject({ stdout: 'job_1 running, 2 of 6\n' });
  const shown = await checkout.run(show, { args: ['job_2'] });
  expect(shown.stdout).toBe('job_2 failed, 2 of 6\n');
  expect(shown.stderr).toContain('LLM_ERROR: No credit left');
});

test('what is done to a job is told', async () => {
  expect((await checkout.run(cancel, { args: ['job_1'] })).stdout).toBe('job_1 running, 2 of 6\n');
  expect((await checkout.run(retry, { args: ['job_1'] })).stderr).toContain('jobs watch job_1');
  expect((await checkout.run(remove, { args: ['job_1'], options: { yes: true } })).stdout).toBe('job_1 is removed.\n');
});

test('all jobs are followed until that is refused', async () => {
  await expect(checkout.run(events, {})).rejects.toThrow('The key was removed.');
});

test.each([
  [
    { id: undefined, event: 'job', data: { job_id: 'job_1', recipe: 'script', state: 'running' } },
    'job        job_1  script  running',
  ],
  [
    { id: '7', event: 'progress', data: { job_id: 'job_1', done: 3, total: 6, label: 'Scene 3' } },
    '7  progress   job_1  Scene 3',
  ],
  [
    { id: '8', event: 'result', data: { data: { title: 'Espresso' }, meta: { job_id: 'job_1' } } },
    '8  result     job_1',
  ],
  [
    { id: '9', event: 'cancelled', data: { id: 'job_1', label: null, recipe: 'script', state: 'cancelled' } },
    '9  cancelled  job_1  script  cancelled',
  ],
])('an event is a line', (event, line) => {
  expect(eventLine(event).trimStart()).toBe(line);
});
