import { expect, test } from 'vitest';
import { decodeCachedAnswer, encodeCachedAnswer } from './cached-answer.ts';

test('an answer keeps its bytes and what is known of it, the model that wrote it too', () => {
  const answer = {
    body: Buffer.from('{"line":"one\\n"}\n'),
    facts: {
      usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
      roughTokens: 0,
      model: 'qwen2.5-coder-1.5b-instruct',
    },
    deploymentId: 'one',
    storedAt: 1_700_000_000_000,
  };
  expect(decodeCachedAnswer(encodeCachedAnswer(answer))).toEqual(answer);
});

test.each([
  ['nothing', ''],
  ['no line', '{"deploymentId":"one","storedAt":1}'],
  ['no JSON', 'one\ntwo'],
  ['another’s entry', '{"value":1}\ntwo'],
])('%s is a miss', (_, entry) => {
  expect(decodeCachedAnswer(Buffer.from(entry))).toBeUndefined();
});
