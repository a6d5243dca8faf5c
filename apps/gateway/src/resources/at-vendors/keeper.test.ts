import { ADMIN } from '@showrunner/access';
import { expect, test } from 'vitest';
import { standingOf } from './keeper.ts';

const mine = { owner: 'équipe', deploymentId: 'd', vendorId: 'file_1' };
const member = { workspace: 'équipe', scopes: new Set(['files:read']) };
const stranger = { workspace: 'другие', scopes: new Set(['files:read']) };
const administrator = { workspace: 'master', scopes: new Set([ADMIN]) };

test('an id is its owner’s, and nobody else’s, whoever asks', () => {
  expect(standingOf(mine, member, false)).toBe('theirs');
  for (const other of [stranger, administrator]) expect(standingOf(mine, other, true)).toBe('nobodys');
});

test('an id that was not given out here is for administrators, and for all where an operator lets them', () => {
  expect(standingOf(undefined, administrator, false)).toBe('unmanaged');
  expect(standingOf(undefined, member, false)).toBe('nobodys');
  expect(standingOf(undefined, member, true)).toBe('unmanaged');
});
