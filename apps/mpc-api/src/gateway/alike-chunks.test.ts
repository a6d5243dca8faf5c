import { expect, test } from 'vitest';
import { AlikeChunks } from './alike-chunks.ts';

const chunk = (content: string) =>
  JSON.stringify({ id: 'chat-1', choices: [{ index: 0, delta: { content }, finish_reason: null }] });

function learned(content: string, text = chunk(content)): AlikeChunks {
  const alike = new AlikeChunks();
  alike.learn(text, content);
  return alike;
}

test.each(['Salt', ' ', '', '"quoted" \\ and\nbroken', '塩', 'é \ud83d\ude00'])(
  'gives the piece %j of a chunk',
  (piece) => {
    expect(learned('The').pieceOf(chunk(piece))).toBe(piece);
  },
);

test('reads a piece that is written otherwise than JavaScript writes it', () => {
  expect(learned('The').pieceOf(chunk('@').replace('@', '\\u00e9\\/'))).toBe('é/');
  expect(learned('The', chunk('The').replace(':"The"', ': "The"')).pieceOf(chunk('a').replace(':"a"', ': "a"'))).toBe(
    'a',
  );
});

test.each([
  ['ends', chunk('a').replace('null', '"stop"')],
  ['begins otherwise', chunk('a').replace('chat-1', 'chat-2')],
  ['has a member beside its piece', chunk('a').replace('"a"', '"a","refusal":"b"')],
  ['has no text for a piece', chunk('a').replace('"a"', 'null')],
  ['is cut', chunk('a').slice(0, -20)],
  ['is shorter than what chunks have in common', '{}'],
])('leaves one that %s to be read whole', (_how, other) => {
  expect(learned('The').pieceOf(other)).toBeUndefined();
});

test('learns nothing where the piece may stand in two places, and forgets what it knew', () => {
  const alike = learned('The');
  const twice = '{"content":"x","choices":[{"delta":{"content":"x"}}]}';
  alike.learn(twice, 'x');
  expect(alike.pieceOf(twice)).toBeUndefined();
  expect(alike.pieceOf(chunk('a'))).toBeUndefined();
});
