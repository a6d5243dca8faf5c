import { expect, test } from 'vitest';
import type { GenerationEvent } from '../drive/variant.ts';
import { withEvent, type Partial } from './partial.ts';

const told = (name: string, data: object, variant?: number): GenerationEvent => ({
  kind: 'event',
  name,
  data,
  ...(variant === undefined ? {} : { variant }),
});

const after = (...events: GenerationEvent[]): Partial => events.reduce<Partial>(withEvent, null);

test('scenes stand in the order in which they come, and one that is told again takes its place', () => {
  const first = { id: 'scene-1', narration: 'One.' };
  const second = { id: 'scene-2', narration: 'Two.' };
  expect(after(told('scene', first), told('scene', second), told('scene', { ...first, narration: '一' }))).toEqual({
    scenes: [{ id: 'scene-1', narration: '一' }, second],
  });
});

test('of several variants each keeps what it has, and the first also stands in the place of the whole', () => {
  const one = { id: 'scene-1', narration: 'One.' };
  const other = { id: 'scene-1', narration: 'Another one.' };
  const partial = after(told('scene', one, 0), told('outline', { title: 'Other' }, 1), told('scene', other, 1));
  expect(partial).toEqual({
    scenes: [one],
    variants: [{ scenes: [one] }, { outline: { title: 'Other' }, scenes: [other] }],
  });
  expect(withEvent(partial, told('reset', {}, 1))).toEqual({ scenes: [one], variants: [{ scenes: [one] }, null] });
  expect(withEvent(partial, told('reset', {}, 0))).toMatchObject({ variants: [null, { scenes: [other] }] });
});

test('what adds nothing leaves the same object', () => {
  const partial = after(told('scene', { id: 'scene-1' }, 0));
  expect(withEvent(partial, { kind: 'progress', done: 1, total: 2, label: 'Scene 1' })).toBe(partial);
  expect(withEvent(partial, told('title', {}, 1))).toBe(partial);
});
