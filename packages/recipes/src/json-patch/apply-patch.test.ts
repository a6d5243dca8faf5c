import { array, assert, property, string } from 'fast-check';
import official from 'json-patch-test-suite/tests.json' with { type: 'json' };
import ofTheRfc from 'json-patch-test-suite/spec_tests.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { applyPatch, PatchError, readPatch } from './apply-patch.ts';
import { namesIn, pointerOf } from './pointer.ts';

interface Case {
  readonly comment?: string;
  readonly doc?: unknown;
  readonly patch?: readonly unknown[];
  readonly expected?: unknown;
  readonly error?: string;
  readonly disabled?: boolean;
}

const patched = (document: unknown, ...patch: unknown[]) => applyPatch(document, readPatch(patch));

describe.each([
  ['json-patch-tests', official as readonly Case[]],
  ['those of RFC 6902, appendix A', ofTheRfc as readonly Case[]],
])('the public tests: %s', (_, cases) => {
  const all = cases.filter(({ patch, disabled }) => patch !== undefined && disabled !== true);
  const named = all.map((one, index) => [one.comment ?? one.error ?? `case ${index}`, one] as const);
  test.each(named.filter(([, { error }]) => error === undefined))('%s', (__, one) => {
    expect(patched(one.doc, ...(one.patch ?? []))).toEqual('expected' in one ? one.expected : one.doc);
  });
  test.each(named.filter(([, { error }]) => error !== undefined))('%s is refused', (__, { doc, patch }) => {
    expect(() => patched(doc, ...(patch ?? []))).toThrow(PatchError);
  });
});

describe('what the public tests leave out', () => {
  test.each([
    ['a place with a leading zero', { a: [1, 2] }, { op: 'replace', path: '/a/01', value: 9 }],
    ['a place below nothing', { a: [1, 2] }, { op: 'remove', path: '/a/-1' }],
    ['a place with a sign', { a: [1, 2] }, { op: 'replace', path: '/a/+1', value: 9 }],
    ['the length of a list', { a: [1, 2] }, { op: 'replace', path: '/a/length', value: 0 }],
    ['the length of a list as a source', { a: [1, 2] }, { op: 'copy', from: '/a/length', path: '/b' }],
    ['a letter of a text', { a: 'xy' }, { op: 'test', path: '/a/0', value: 'x' }],
    ['what every object inherits', { a: {} }, { op: 'copy', from: '/a/toString', path: '/b' }],
    ['its constructor', { a: {} }, { op: 'replace', path: '/a/constructor', value: 1 }],
    ['its prototype', { a: {} }, { op: 'add', path: '/a/__proto__/x', value: 1 }],
    ['an escape that is none', { 'a~2': 1 }, { op: 'replace', path: '/a~2', value: 9 }],
    ['an escape cut off', { 'a~': 1 }, { op: 'replace', path: '/a~', value: 9 }],
    ['a move into itself', { a: { b: {} } }, { op: 'move', from: '/a', path: '/a/b/c' }],
    ['the place behind the last, to be taken away', { a: [1] }, { op: 'remove', path: '/a/-' }],
    ['the place behind the last, to be replaced', { a: [1] }, { op: 'replace', path: '/a/-', value: 1 }],
    ['a place beyond the end', { a: [1] }, { op: 'add', path: '/a/2', value: 1 }],
    ['a member of a number', { a: 5 }, { op: 'add', path: '/a/b', value: 1 }],
    ['a member of null', { a: null }, { op: 'add', path: '/a/b', value: 1 }],
    ['a text for a number', { a: '1' }, { op: 'test', path: '/a', value: 1 }],
    ['null for what is not there', {}, { op: 'test', path: '/a', value: null }],
    ['a list for an object', { a: [] }, { op: 'test', path: '/a', value: {} }],
    ['a path that is a number', { a: 1 }, { op: 'add', path: 5, value: 1 }],
    ['no operation', { a: 1 }, null],
    ['a list as an operation', { a: 1 }, []],
    ['an operation in capitals', { a: 1 }, { op: 'ADD', path: '/b', value: 1 }],
    ['the whole, to be taken away', { a: 1 }, { op: 'remove', path: '' }],
  ])('%s is refused', (_, document, operation) => {
    expect(() => patched(document, operation)).toThrow(PatchError);
  });

  test('says which operation is wrong, and where', () => {
    const add = { op: 'add', path: '/b', value: 1 };
    expect(() => patched({}, add, { op: 'move', from: '/c', path: '/d' })).toThrow(
      expect.objectContaining({ index: 1, member: 'from', message: 'leads to nothing' }),
    );
  });

  test('leaves the document and the values of the patch as they are', () => {
    const document = { a: { x: 1 } };
    const value = { y: [1] };
    const after = patched(
      document,
      { op: 'copy', from: '/a', path: '/b' },
      { op: 'replace', path: '/b/x', value: 2 },
      { op: 'add', path: '/c', value },
      { op: 'add', path: '/c/y/-', value: 2 },
    );
    expect(after).toEqual({ a: { x: 1 }, b: { x: 2 }, c: { y: [1, 2] } });
    expect([document, value]).toEqual([{ a: { x: 1 } }, { y: [1] }]);
  });

  test('never reaches a prototype, whatever it is called', () => {
    const after = patched({}, { op: 'add', path: '/__proto__', value: { polluted: true } });
    expect(Object.hasOwn(after as object, '__proto__')).toBe(true);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

test('any names make a pointer that leads back to them', () => {
  assert(
    property(array(string({ unit: 'grapheme' })), (names) => {
      expect(namesIn(pointerOf(names))).toEqual(names);
    }),
  );
});
