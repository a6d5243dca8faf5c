import { describe, expect, test } from 'vitest';
import { openAiChat } from '../wires/openai-chat/wire.ts';
import { administrator } from './administrator.ts';
import { customerHeaders, customerOf, tagsOf } from './call-labels.ts';

const asked = (members: object) =>
  openAiChat.read({ model: 'm', messages: [{ role: 'user', content: 'hi' }], ...members });

const customer = (members: object, headers: Record<string, string> = {}, own: readonly string[] = []) =>
  customerOf(asked(members), headers, customerHeaders(own));

const tags = (members: object, headers: Record<string, string> = {}, ofKey: readonly string[] = []) => {
  const grants = { team: undefined, user: undefined, organization: undefined, tags: ofKey };
  return tagsOf(asked(members), headers, { ...administrator, grants });
};

describe('a customer', () => {
  test.each([
    ['the body', { user: 'ada' }, {}],
    ['notes for the gateway', { litellm_metadata: { user: 'ada' } }, {}],
    ['notes', { metadata: { user_id: 'ada' } }, {}],
    ['notes that are text', { metadata: '{"user_id":"ada"}' }, {}],
    ['what vendors go by', { safety_identifier: 'ada' }, {}],
    ['a header', {}, { 'x-litellm-end-user-id': 'ada' }],
    ['another header', {}, { 'x-litellm-customer-id': ' ada ' }],
    ['a header before the body', { user: 'eve' }, { 'x-litellm-end-user-id': 'ada' }],
    ['a header that has nothing', { user: 'ada' }, { 'x-litellm-end-user-id': '  ' }],
  ])('is named by %s', (_where, members, headers) => {
    expect(customer(members, headers)).toBe('ada');
  });

  test('is named by a header of the operator’s own', () => {
    expect(customer({}, { 'x-u': 'ada' }, ['x-u'])).toBe('ada');
    expect(customer({}, { 'x-u': 'ada' })).toBeUndefined();
  });

  test('has the same name in a header and in a body, whatever its letters', () => {
    const written = Buffer.from('Zoë', 'utf8').toString('latin1');
    expect(customer({}, { 'x-litellm-end-user-id': written })).toBe(customer({ user: 'Zoë' }));
  });

  test.each([
    ['nobody', {}],
    ['a blank', { user: '  ' }],
    ['a long text', { user: 'a'.repeat(129) }],
    ['control characters', { user: 'a\nb' }],
    ['a number', { metadata: { user_id: 7 } }],
    ['an object', { safety_identifier: { id: 'ada' } }],
    ['an agent’s session', { metadata: { user_id: `user_${'a'.repeat(20)}_account__session_b` } }],
    ['an agent’s session as an object', { metadata: { user_id: '{"session_id":"b"}' } }],
    ['notes with blanks', { metadata: { user_id: 'ada and bob' } }],
  ])('is not made of %s', (_what, members) => {
    expect(customer(members)).toBeUndefined();
  });
});

describe('tags', () => {
  test.each([
    ['tags', { tags: ['a', 'b', 'a', ' ', 'c'] }, {}],
    ['notes', { metadata: { tags: ['a', 'b', 'a', ' ', 'c'] } }, {}],
    ['notes for the gateway', { litellm_metadata: { tags: ['a', 'b', 'a', ' ', 'c'] } }, {}],
    ['a header', {}, { 'x-litellm-tags': 'a, b,a, ,c' }],
  ])('count once each, by %s', (_where, members, headers) => {
    expect(tags(members, headers)).toEqual(['a', 'b', 'c']);
  });

  test('of the key stay, and those of the caller come in addition', () => {
    expect(tags({ tags: ['blue', 'red'] }, {}, ['red'])).toEqual(['red', 'blue']);
    expect(tags({}, {}, ['red'])).toEqual(['red']);
  });

  test('that a caller makes up are few and short', () => {
    const made = Array.from({ length: 300 }, (_, index) => `t${index}`);
    expect(tags({ tags: made }, {}, ['red'])).toHaveLength(51);
    expect(tags({ tags: ['x'.repeat(129), 7, null] })).toEqual([]);
  });

  test('keep a comma that stands in a list', () => {
    expect(tags({ tags: ['a,b'] })).toEqual(['a,b']);
  });
});
