import { describe, expect, it } from 'vitest';
import { missingLines, readTranscript } from './transcript.ts';

describe('a transcript', () => {
  it('is read as commands, over several lines where they say so, with their output', () => {
    expect(readTranscript('$ curl -s \\\n  localhost\nhello\n$ true')).toEqual([
      { command: 'curl -s \\\n  localhost', output: ['hello'] },
      { command: 'true', output: [] },
    ]);
  });

  it.each([
    ['other figures', ['gateway  4000  1.5 s'], 'gateway 31007 0.25 s'],
    ['lines between', ['first', 'last'], 'first\nsecond\nlast'],
    ['anything for an ellipsis', ['key sk-…', '…', 'done'], 'key sk-abc\nx\ndone'],
  ])('agrees with output that has %s', (_what, shown, printed) => {
    expect(missingLines(shown, printed)).toEqual([]);
  });

  it('tells the lines that were not printed, or not in that order', () => {
    expect(missingLines(['last', 'first'], 'first\nlast')).toEqual(['first']);
    expect(missingLines(['healthy'], 'not healthy')).toEqual(['healthy']);
  });
});
