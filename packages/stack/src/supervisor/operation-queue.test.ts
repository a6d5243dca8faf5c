import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { OperationQueue } from './operation-queue.ts';

test('operations happen one at a time, in their order, and a failed one stops none', async () => {
  const queue = new OperationQueue(new AbortController().signal);
  const told: string[] = [];
  const step = (name: string) => async () => {
    told.push(`${name} begins`);
    await sleep(5);
    told.push(`${name} ends`);
    if (name === 'first') throw new Error('no');
  };
  const first = queue.run(step('first'));
  const second = queue.run(step('second'));
  expect(queue.isEmpty).toBe(false);
  await expect(first).rejects.toThrow('no');
  await second;
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(queue.isEmpty).toBe(true);
});

test('when the end has begun, what waits never begins, and what is under way fails because of it', async () => {
  const ending = new AbortController();
  const queue = new OperationQueue(ending.signal);
  let began = false;
  const begun = Promise.withResolvers<void>();
  const underWay = queue.run(() => {
    begun.resolve();
    return sleep(10_000, undefined, { signal: ending.signal });
  });
  const waiting = queue.run(async () => {
    began = true;
  });
  await begun.promise;
  ending.abort();
  const refusal = 'The stack is being stopped';
  await Promise.all([expect(underWay).rejects.toThrow(refusal), expect(waiting).rejects.toThrow(refusal)]);
  expect(began).toBe(false);
});
