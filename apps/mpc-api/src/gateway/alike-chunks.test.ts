import { expect, test } from 'vitest';
import { AlikeChunks } from './alike-chunks.ts';

const chunk = (content: string) =>
  JSON.stringify({ id: 'chat-1', choices: [{ index: 0, delta: { content }, finish_reason: null }] });

function learned(content: string, text = chunk(content)): AlikeChunks {
  const alike = new AlikeChunks();
  alike.learn(text, content);
  return alike;
}

const event = (chunkText: string) => `data: ${chunkText}\n\n`;

/** What is read of a text, and what is left of it. */
function readBy(alike: AlikeChunks, text: string): { pieces: string[]; rest: string } {
  const pieces: string[] = [];
  const at = alike.read(text, (piece) => pieces.push(piece));
  return { pieces, rest: text.slice(at) };
}

test('gives the pieces of events that came together', () => {
  const pieces = ['Salt', ' ', '', '"quoted" \\ and\nbroken', '塩', 'é \ud83d\ude00', '"},"finish_reason":null}]}'];
  const text = pieces.map((piece) => event(chunk(piece))).join('');
  expect(readBy(learned('The'), text)).toEqual({ pieces, rest: '' });
});

test('reads a piece that is written otherwise than JavaScript writes it', () => {
  const escaped = event(chunk('@').replace('@', '\\u00e9\\/'));
  expect(readBy(learned('The'), escaped)).toEqual({ pieces: ['é/'], rest: '' });
  const spaced = (content: string) => chunk(content).replace(':"', ': "');
  expect(readBy(learned('The', spaced('The')), event(spaced('a')))).toEqual({ pieces: ['a'], rest: '' });
});

test.each([
  ['ends', event(chunk('a').replace('null', '"stop"'))],
  ['begins otherwise', event(chunk('a').replace('chat-1', 'chat-2'))],
  ['has a member beside its piece', event(chunk('a').replace('"a"', '"a","refusal":"b"'))],
  ['has no text for a piece', event(chunk('a').replace('"a"', 'null'))],
  ['is cut', event(chunk('a')).slice(0, -20)],
  ['is cut before its last line end', event(chunk('a')).slice(0, -1)],
  ['has other line ends', event(chunk('a')).replaceAll('\n', '\r\n')],
  ['is shorter than what events have in common', event('{}')],
  ['is the last one', event('[DONE]')],
])('leaves one that %s to be read whole, and what is behind it', (_how, other) => {
  const text = event(chunk('Salt')) + other + event(chunk('b'));
  expect(readBy(learned('The'), text)).toEqual({ pieces: ['Salt'], rest: other + event(chunk('b')) });
});

test('learns nothing where the piece may stand in two places, and forgets what it knew', () => {
  const alike = learned('The');
  const twice = '{"content":"x","choices":[{"delta":{"content":"x"}}]}';
  alike.learn(twice, 'x');
  expect(readBy(alike, event(twice)).pieces).toEqual([]);
  expect(readBy(alike, event(chunk('a'))).pieces).toEqual([]);
});
