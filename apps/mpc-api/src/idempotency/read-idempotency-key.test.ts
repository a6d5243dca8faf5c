import { describe, expect, it } from 'vitest';
import { readIdempotencyKey } from './read-idempotency-key.ts';

const read = (...values: string[]) =>
  readIdempotencyKey({
    headers: { 'idempotency-key': values.join(', ') },
    rawHeaders: values.flatMap((value) => ['Idempotency-Key', value]),
  })?.reveal();

describe('an Idempotency-Key', () => {
  it.each([
    ['a UUID', '8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    [
      'the same as a string of RFC 9651',
      '"8e03978e-40d5-43dd-bc93-6894a57f9324"',
      '8e03978e-40d5-43dd-bc93-6894a57f9324',
    ],
    ['a string with quotes and backslashes in it', String.raw`"a\"b\\c"`, String.raw`a"b\c`],
    ['quotes that do not begin it', 'a"b"', 'a"b"'],
    ['a comma and spaces', 'order 7, try 1', 'order 7, try 1'],
    ['255 characters', 'k'.repeat(255), 'k'.repeat(255)],
    ['255 characters in quotes', `"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ])('is read: %s', (_what, sent, key) => {
    expect(read(sent)).toBe(key);
  });

  it('is not asked for', () => {
    expect(readIdempotencyKey({ headers: {}, rawHeaders: [] })).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['nothing in quotes', '""'],
    ['blanks in quotes', '"  "'],
    ['256 characters', 'k'.repeat(256)],
    ['a quote that is not closed', '"abc'],
    ['a quote within quotes', '"a"b"'],
    ['an escape that is none', String.raw`"a\nb"`],
    ['parameters behind a string', '"abc";a=1'],
    ['a tab', 'a\tb'],
    ['letters that are not ASCII', 'schlüssel'],
    ['U+0085', 'a\u0085b'],
  ])('is refused with 422: %s', (_what, sent) => {
    expect(() => read(sent)).toThrow(expect.objectContaining({ statusCode: 422 }));
  });

  it('is refused with 400 where there are two, equal or not', () => {
    for (const other of ['a', 'b'])
      expect(() => read('a', other)).toThrow(expect.objectContaining({ statusCode: 400 }));
  });

  it('shows itself nowhere by chance', () => {
    const key = readIdempotencyKey({ headers: { 'idempotency-key': 'abc' }, rawHeaders: [] });
    expect(JSON.stringify({ key }) + String(key)).not.toContain('abc');
  });
});
