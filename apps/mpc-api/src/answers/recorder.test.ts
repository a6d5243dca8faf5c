import { expect, test } from 'vitest';
import { Tally } from '../drive/ask/tally.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { ClaimedJob } from '../jobs/job.ts';
import type { Advance } from '../jobs/statements/record.ts';
import { Recorder } from './recorder.ts';

/** A recorder of a job that nothing is known of, and what it has stored. */
function recording() {
  const stored: Advance[] = [];
  // It asks nothing else of either.
  const queue = { advance: async (_job: ClaimedJob, advance: Advance) => void stored.push(advance) } as JobQueue;
  const job = { id: 'job_1', partial: null } as ClaimedJob;
  const tally = new Tally();
  const recorder = new Recorder({ job, queue, lose: () => undefined }, { answers: [], events: [] }, tally);
  const pay = (place: string): void => {
    tally.countAttempt();
    recorder.write(place, { value: place });
  };
  const places = () => stored.map(({ answers }) => answers.map(({ place }) => place));
  return { recorder, pay, places };
}

test('what was paid for is stored before anything else is paid for', async () => {
  const { recorder, pay, places } = recording();
  pay('0/1');
  await recorder.safe();
  pay('0/2');
  await recorder.safe();
  expect(places()).toEqual([['0/1'], ['0/2']]);
});

test('what was paid for is stored without anybody asking when the work waits for something else', async () => {
  const { pay, places } = recording();
  pay('0/1');
  await expect.poll(places).toEqual([['0/1']]);
});

test('what stands at the end is left to the write that ends the job', async () => {
  const { recorder, pay, places } = recording();
  recorder.write('0/1', { value: 'free' });
  pay('0/2');
  const { answers, hasStoredAnswers } = await recorder.rest();
  expect([answers.map(({ place }) => place), hasStoredAnswers]).toEqual([['0/1', '0/2'], false]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(places()).toEqual([]);
});
