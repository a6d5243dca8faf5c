import { expect, test } from 'vitest';
import { VendorIds } from './vendor-ids.ts';

const response = { owner: 'équipe', deploymentId: 'd-1', vendorId: 'resp_68a1' };

test('a sealed id says whose it is and where it lies, to whoever has the secret', () => {
  const id = new VendorIds(() => 'one').seal(response);
  expect(new VendorIds(() => 'one').open(id)).toEqual(response);
  expect(new VendorIds(() => 'another').open(id)).toBeUndefined();
  expect(id).toMatch(/^resp_[\w-]+$/);
  expect(Buffer.from(id.slice(5), 'base64url').toString()).not.toContain('68a1');
});

test('a secret that changes seals anew', () => {
  let secret = 'one';
  const ids = new VendorIds(() => secret);
  const id = ids.seal(response);
  secret = 'two';
  expect(ids.open(id)).toBeUndefined();
  expect(ids.open(ids.seal(response))).toEqual(response);
});

test('one response answers to one id, whatever a reader of base64 overlooks', () => {
  const ids = new VendorIds(() => 'one');
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
  expect(new VendorIds(() => 'one').open(id)).toBeUndefined();
});
