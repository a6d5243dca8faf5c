import { waitUntil } from '@showrunner/testkit';
import { expect, test } from 'vitest';
import { EventQueue, type Delivery, type EventSink, type QueuedEvent, type QueueTrouble } from './event-queue.ts';

function event(id: number): QueuedEvent {
  return { id: String(id), text: '{}', startedAt: 0, payload: {} };
}

function queueTo(send: EventSink['send']) {
  const troubles: QueueTrouble[] = [];
  const sink: EventSink = { mostEvents: 1_000, mostBytes: 1_000_000, send };
  return { troubles, queue: new EventQueue({ sink, onTrouble: (trouble) => troubles.push(trouble) }) };
}

test('a sink that hangs holds up nobody: so many wait, the oldest are lost, and each of them is told', async () => {
  let asked = 0;
  const { queue, troubles } = queueTo(
    (_events, signal) =>
      new Promise((_, reject) => {
        asked++;
        signal.addEventListener('abort', () => reject(new Error('hangs')));
      }),
  );
  for (let id = 0; id < 10_000; id++) queue.add(event(id));
  await waitUntil(() => asked === 1, { what: 'the sink to be asked' });
  expect(troubles).toEqual([]);
  // What is under way is out of the queue.
  for (let id = 10_000; id < 12_500; id++) queue.add(event(id));
  expect([queue.queued, queue.dropped]).toEqual([10_000, 1_500]);
  expect(troubles.reduce((sum, { lost }) => sum + lost, 0)).toBe(1_500);
  expect(troubles.filter(({ isNew }) => isNew)).toHaveLength(1);
  await queue.dispose();
  expect(troubles.reduce((sum, { lost }) => sum + lost, 0)).toBe(12_500);
}, 60_000);

test('what a sink refuses is told once, and again after it has taken some', async () => {
  const answers: Delivery[] = [];
  const { queue, troubles } = queueTo((events) =>
    Promise.resolve(answers.shift() ?? { again: [], refused: events.length, reason: 'status 401' }),
  );
  const send = () => queue.add(event(1));
  const told = (count: number) =>
    waitUntil(() => troubles.length === count, { what: `${count} batches to be refused` });
  send();
  await told(1);
  send();
  await told(2);
  answers.push({ again: [], refused: 0 });
  queue.add(event(2));
  await waitUntil(() => answers.length === 0 && queue.queued === 0, { what: 'a batch that arrives' });
  send();
  await told(3);
  expect(troubles.map(({ isNew, lost }) => [isNew, lost])).toEqual([
    [true, 1],
    [false, 1],
    [true, 1],
  ]);
  await queue.dispose();
}, 60_000);
