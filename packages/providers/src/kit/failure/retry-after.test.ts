import { describe, expect, it } from 'vitest';
import { MAX_RETRY_AFTER_SECONDS, readRetryAfter } from './retry-after.ts';

const now = Date.parse('Sun, 06 Nov 1994 08:49:37 GMT');

describe('the wait that a vendor asks for', () => {
  it.each([
    [{ 'retry-after': '2' }, 2],
    [{ 'retry-after': '0.2' }, 1],
    [{ 'retry-after': 'Sun, 06 Nov 1994 08:50:07 GMT' }, 30],
    [{ 'retry-after': 'Sun, 06 Nov 1994 08:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '1500', 'retry-after': '99' }, 2],
    [{ 'retry-after': ['3', '4'] }, 3],
    [{ 'retry-after': '999999999' }, MAX_RETRY_AFTER_SECONDS],
  ])('%j is %s seconds', (headers, seconds) => {
    expect(readRetryAfter(headers, now)).toBe(seconds);
  });

  it.each([
    [{}],
    [{ 'retry-after': '' }],
    [{ 'retry-after': '-5' }],
    [{ 'retry-after': 'soon' }],
    [{ 'retry-after': 'NaN' }],
  ])('%j is none', (headers) => {
    expect(readRetryAfter(headers, now)).toBeUndefined();
  });
});
