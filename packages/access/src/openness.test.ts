import { expect, it } from 'vitest';
import { openness } from './openness.ts';

it.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', '::ffff:127.0.0.1'])(
  'without a key a server is open on %s, which only this machine can reach',
  (host) => {
    expect(openness(false, host)).toBe('open');
    expect(openness(true, host)).toBe('keyed');
  },
);

it.each(['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'example.com', ''])(
  'without a key a server on "%s" is exposed, and with one it is not',
  (host) => {
    expect(openness(false, host)).toBe('exposed');
    expect(openness(true, host)).toBe('keyed');
  },
);
