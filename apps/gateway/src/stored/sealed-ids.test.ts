import { expect, test } from 'vitest';
import { SealedIds } from './sealed-ids.ts';

const responses = { prefix: 'resp_', things: 'responses' };
const response = { owner: 'équipe', deploymentId: 'd-1', vendorId: 'resp_68a1' };

test('a sealed id says whose it is and where it lies, to whoever has the secret', () => {
  const id = new SealedIds(responses, () => 'one').seal(response);
  expect(new SealedIds(responses, () => 'one').open(id)).toEqual(response);
  expect(new SealedIds(responses, () => 'another').open(id)).toBeUndefined();
  expect(id).toMatch(/^resp_[\w-]+$/);
  expect(Buffer.from(id.slice(5), 'base64url').toString()).not.toContain('68a1');
});

test('a secret that changes seals anew', () => {
  let secret = 'one';
  const ids = new SealedIds(responses, () => secret);
  const id = ids.seal(response);
  secret = 'two';
  expect(ids.open(id)).toBeUndefined();
  expect(ids.open(ids.seal(response))).toEqual(response);
});

test('one response answers to one id, whatever a reader of base64 overlooks', () => {
  const ids = new SealedIds(responses, () => 'one');
  for (const deploymentId of ['d', 'd1', 'd-1']) {
    const id = ids.seal({ ...response, deploymentId });
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=. \n+/';
    const others = Array.from(digits, (digit) => id.slice(0, -1) + digit).filter((other) => other !== id);
    const longer = Array.from('=.\n A', (more) => id + more);
    const forged = [...others, ...longer, `${id.slice(0, 9)}\n${id.slice(9)}`];
    expect(forged.filter((other) => ids.open(other))).toEqual([]);
    expect(ids.open(id)).toBeDefined();
  }
});

test.each([
  '',
  'resp_',
  'resp_68a1',
  `resp_${'0'.repeat(48)}`,
  `resp_${'A'.repeat(200)}`,
  'x'.repeat(5000),
  'resp_\0%ü',
])('what was not sealed here is nobody’s: %j', (id) => {
  expect(new SealedIds(responses, () => 'one').open(id)).toBeUndefined();
});

test('one thing has one id, however often it is told, and is none of another kind', () => {
  const [one, again] = [new SealedIds(responses, () => 'one'), new SealedIds(responses, () => 'one')];
  const id = one.seal(response);
  expect(again.seal(response)).toBe(id);
  expect(one.seal({ ...response, owner: 'somebody else' })).not.toBe(id);
  expect(new SealedIds({ prefix: 'resp_', things: 'files' }, () => 'one').open(id)).toBeUndefined();
});
