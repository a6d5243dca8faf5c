import fc from 'fast-check';
import { findProvider, type HttpProviderAdapter, type Usage } from '@showrunner/providers';
import { expect, test } from 'vitest';
import { OpenAiRelay } from './openai-relay.ts';
import { answerMembers } from '../../json/answer-members.ts';

function relay(bytes: Buffer, cuts: readonly number[], showsUsage = false): { text: string; relay: OpenAiRelay } {
  const relayed = new OpenAiRelay(openAi(), { model: 'shown "nämé"', showsUsage });
  const edges = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  let text = '';
  for (const [index, edge] of edges.entries())
    text += relayed.push(bytes.subarray(edge, edges[index + 1] ?? bytes.length));
  return { text: Buffer.from(text + relayed.end(), 'latin1').toString('utf8'), relay: relayed };
}

function openAi(): HttpProviderAdapter {
  const adapter = findProvider('openai');
  if (adapter?.transport !== 'http') throw new Error('openai is reached over HTTP');
  return adapter;
}

const chunk = fc.record({
  id: fc.string({ unit: 'grapheme' }),
  choices: fc.array(
    fc.record({ delta: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })), index: fc.nat() }),
    { minLength: 1 },
  ),
  model: fc.string(),
  usage: fc.constant(null),
  nested: fc.jsonValue(),
});

test('any slicing of any chunks gives the same chunks, with the model replaced and usage hidden', () => {
  fc.assert(
    fc.property(
      fc.array(chunk, { minLength: 1 }),
      fc.array(fc.nat()),
      fc.constantFrom('\n', '\r\n'),
      (chunks, cuts, lineEnd) => {
        const wire = [...chunks.map((one) => `data: ${JSON.stringify(one)}`), 'data: [DONE]', ''].join(
          lineEnd + lineEnd,
        );
        const { text } = relay(Buffer.from(wire), cuts);
        const seen = text
          .split('\n\n')
          .slice(0, -1)
          .map((event) => JSON.parse(event.slice('data: '.length)) as object);
        const expected = chunks.map((one) => ({ ...one, usage: undefined, model: 'shown "nämé"' }));
        expect(seen).toEqual(JSON.parse(JSON.stringify(expected)));
      },
    ),
  );
});

test('chunks that begin alike, and others between them, are passed on whole', () => {
  const before = fc.shuffledSubarray(['id', 'model', 'usage', 'error', 'x']);
  const behind = fc.shuffledSubarray(['model', 'usage', 'id']);
  const shape = fc.tuple(before, behind, fc.constantFrom(1, 22), fc.boolean());
  const written = ([head, tail, id, hasChoices]: [string[], string[], number, boolean]): string => {
    const value = (name: string): string => `"${name}":${name === 'usage' || name === 'error' ? 'null' : `"${id}"`}`;
    const choices = hasChoices ? ['"choices":[{"index":0,"delta":{"content":"x"}}]'] : ['"choices":[]'];
    return `{${[...head.map(value), ...choices, ...tail.filter((name) => !head.includes(name)).map(value)].join(',')}}`;
  };
  fc.assert(
    fc.property(
      fc.array(shape, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(2)),
      fc.boolean(),
      (shapes, order, shows) => {
        const chunks = order.flatMap((index) => shapes.slice(index, index + 1).map(written));
        const inLines = (one: string, at: number): string => (at % 4 === 3 ? one.replaceAll(',', ',\ndata: ') : one);
        const wire = [...chunks.map((one, at) => `data: ${inLines(one, at)}`), 'data: [DONE]', ''].join('\n\n');
        const seen = relay(Buffer.from(wire), [], shows).text.split('\n\n').slice(0, -1);
        expect(seen.map((event) => JSON.parse(event.slice('data: '.length)) as object)).toEqual(
          chunks.map((one) => {
            const { usage, ...rest } = JSON.parse(one) as Record<string, unknown>;
            return {
              ...rest,
              ...('model' in rest && { model: 'shown "nämé"' }),
              ...(shows && usage === null && { usage }),
            };
          }),
        );
      },
    ),
  );
});

test.each([
  ['lines that end with a carriage return', 'data: {"choices":[{"a":1}]}\r\rdata: [DONE]\r\r'],
  ['a byte order mark', '\ufeffdata: {"choices":[{"a":1}]}\n\ndata: [DONE]\n\n'],
  ['an event on two lines', 'data: {"choices":\ndata: [{"a":1}]}\n\ndata: [DONE]\n\n'],
  [
    'comments, names, ids and unknown fields',
    ': hi\nid: 1\nevent: x\nodd: y\ndata: {"choices":[{"a":1}]}\n\ndata: [DONE]\n\n',
  ],
])('server-sent events are read by their standard: %s', (_, wire) => {
  const { text } = relay(Buffer.from(wire), [3, 17]);
  expect(text).toMatch(/^data: \{.*\}\n\n$/);
  expect(JSON.parse(text.slice('data: '.length))).toEqual({ choices: [{ a: 1 }] });
});

test('what is no event stream is told by how it begins', () => {
  expect(relay(Buffer.from('<html>Bad gateway</html>'), []).relay.failure?.message).toContain('an HTML page');
});

test('usage is read on the way, and shown only to who asked', () => {
  const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
  const wire = Buffer.from(`data: ${JSON.stringify({ model: 'x', choices: [], usage })}\n\ndata: [DONE]\n\n`);
  const hidden = relay(wire, []);
  expect([hidden.text, hidden.relay.facts.usage]).toEqual(['', usage]);
  expect(relay(wire, [], true).text).toContain('"total_tokens":7');
});

test('what was used is shown with its cost, where a price is known', () => {
  const counted = `data: {"id":"1","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5},"model":"up"}\n\n`;
  const view = { model: 'm', showsUsage: true, costOf: ({ completion_tokens: tokens }: Usage) => tokens / 1000 };
  const relayed = new OpenAiRelay(openAi(), view);
  const shown = JSON.parse(relayed.push(Buffer.from(counted)).slice('data: '.length)) as object;
  expect(shown).toMatchObject({ id: '1', choices: [], model: 'm', usage: { total_tokens: 5, cost: 0.002 } });
  expect(relay(Buffer.from(counted), [], true).text).not.toContain('cost');
});

test('reasons to finish and reasoning have the names that clients know, whatever the vendor calls them', () => {
  const event = (delta: object, reason: string | null = null): string =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: reason }], model: 'up' })}\n\n`;
  const thought = '考え"reasoning": "x"';
  const wire = [
    event({ role: 'assistant', content: '' }),
    event({ reasoning: thought }),
    event({ content: '"reasoning": "größe"' }),
    event({ content: 'b', reasoning: null }, 'eos'),
  ].join('');
  const { text } = relay(Buffer.from(wire), [90, 130]);
  const choices = text
    .split('\n\n')
    .slice(0, -1)
    .map((one) => (JSON.parse(one.slice('data: '.length)) as { choices: object[] }).choices[0]);
  expect(choices).toMatchObject([
    { delta: { role: 'assistant' } },
    { delta: { reasoning_content: thought } },
    { delta: { content: '"reasoning": "größe"' }, finish_reason: null },
    { delta: { content: 'b' }, finish_reason: 'stop' },
  ]);
});

test('members are found where JSON.parse finds them, in any JSON text', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('model', 'usage', 'choices', 'data', 'error', 'other', 'm\\"o'), fc.jsonValue()),
      fc.constantFrom(undefined, 2),
      (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const found = answerMembers.find(text);
        for (const name of ['model', 'usage', 'choices', 'data', 'error'] as const) {
          const span = found?.[name];
          const read: unknown = span && JSON.parse(text.slice(span.start, span.end));
          expect(read).toEqual(Object.hasOwn(value, name) ? JSON.parse(JSON.stringify(value[name])) : undefined);
        }
      },
    ),
  );
});

test('a text that ends too early is no object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, length) => {
      const text = JSON.stringify(value);
      expect(answerMembers.find(text.slice(0, length % text.length))).toBeUndefined();
    }),
  );
});
