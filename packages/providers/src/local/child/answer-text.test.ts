import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerText } from './answer-text.ts';

function read(pieces: readonly string[], stops: readonly string[]): string {
  const answer = createAnswerText(stops);
  return pieces.map((piece) => answer.push(piece)).join('') + answer.end();
}

describe('the text of a growing answer', () => {
  test('ends before a stop text, however the tokens cut it', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'END', 'E', 'EN', 'D'));
    fc.assert(
      fc.property(letters, (pieces) => {
        const whole = pieces.join('');
        const stopsAt = ['END', 'bab'].map((stop) => whole.indexOf(stop)).filter((index) => index >= 0);
        expect(read(pieces, ['END', 'bab'])).toBe(whole.slice(0, Math.min(whole.length, ...stopsAt)));
        expect(read(pieces, [])).toBe(whole);
      }),
    );
  });

  test('holds back no more than what may begin a stop text', () => {
    const answer = createAnswerText(['\n\n']);
    expect(answer.push('One.\n')).toBe('One.');
    expect(answer.push('Two.')).toBe('\nTwo.');
    expect(answer.push('\n\nThree')).toBe('');
    expect(answer.isStopped).toBe(true);
  });
});
