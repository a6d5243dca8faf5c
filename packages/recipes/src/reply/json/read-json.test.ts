import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from './read-json.ts';

const idea = z.object({ title: z.string().min(1), scenes: z.array(z.object({ line: z.string() })).optional() });

function titleIn(text: string): unknown {
  const read = readJson(text, idea);
  return read.found === 'fitting' ? (read.data as z.output<typeof idea>).title : read.found;
}

describe('JSON with something around it', () => {
  it.each([
    '{"title":"OK"}',
    '```json\n{"title":"OK"}\n```',
    'Sure! Here {as asked} it is:\n{"title":"OK"}\nAnything else?',
    'As in [1]:\n~~~\n{"title":"OK"}\n~~~',
    '{"script":{"title":"OK"}}',
    '{"status":"ok","data":{"result":{"title":"OK"}}}',
    '[{"title":"OK"}]',
    '"{\\"title\\":\\"OK\\"}"',
    '{"answer":"{\\"title\\":\\"OK\\"}"}',
    '{"name":"write","arguments":"{\\"title\\":\\"OK\\"}"}',
    '{"type":"object","properties":{"title":"OK"}}',
    '{\\"title\\": \\"OK\\"}',
    '<answer>{"title":"OK"}</answer>',
    '{"draft":{"title":"Draft"},"final":{"title":"OK"}}',
    '{"first_draft":{"title":"Draft"},"script":{"title":"OK"}}',
    'callback({"title":"OK"});',
    '\ufeff{"title":"OK"}',
    '{"attempt_1":{"title":"Draft"},"attempt_2":{"title":"OK"}}',
    '{"versions":[{"title":"Draft"},{"title":"OK"}]}',
    '<![CDATA[{"title":"OK"}]]>',
    '[note: {"title":"OK"}]',
    '{&quot;title&quot;:&quot;OK&quot;}',
    '%7B%22title%22%3A%22OK%22%7D',
    '{\u200b"title":"OK"}',
  ])('is found in %j', (text) => {
    expect(titleIn(text)).toBe('OK');
  });

  it.each([
    '<think>Maybe {"title":"No"}?</think>\n{"title":"OK"}',
    'the user wants {"title":"No"}</think>{"title":"OK"}',
    '<seed:think>{"title":"No"}</seed:think>{"title":"OK"}',
    '[THINK]{"title":"No"}[/THINK]{"title":"OK"}',
    '◁think▷{"title":"No"}◁/think▷{"title":"OK"}',
    '<|channel|>analysis<|message|>{"title":"No"}<|end|><|start|>assistant<|channel|>final<|message|>{"title":"OK"}<|return|>',
    'analysisWe need {"title":"No"}.assistantfinal{"title":"OK"}',
    '<|channel>thought\n{"title":"No"}<channel|>{"title":"OK"}<turn|>',
    '<|START_THINKING|>{"title":"No"}<|END_THINKING|><|START_RESPONSE|>{"title":"OK"}<|END_RESPONSE|>',
    '<|begin_of_thought|>{"title":"No"}<|end_of_thought|><|begin_of_solution|>{"title":"OK"}<|end_of_solution|>',
    'Here are my reasoning steps:\n{"title":"No"}\n[BEGIN FINAL RESPONSE]\n{"title":"OK"}\n[END FINAL RESPONSE]<|end|>',
    'Thinking Process:\n1. {"title":"No"}\n\nFinal answer: {"title":"OK"}',
    '思考过程：\n{"title":"No"}\n\n最终答案：{"title":"OK"}',
  ])('is not that of the thoughts in %j', (text) => {
    expect(titleIn(text)).toBe('OK');
  });

  it.each([
    'Draft: {"title":"No, and this one is longer"} Final version: {"title":"OK"}',
    'Final: {"title":"OK"}\n\nThe draft was: {"title":"No"}',
    'Entwurf: {"title":"No"}\n\nEndgültige Fassung: {"title":"OK",}',
    '下書き：\n{"title":"No"}\n\n最終版：\n{"title":"OK"}',
    '{"title":"No"}\nWait, better:\n{"title":"OK"}',
  ])('is the final one in %j', (text) => {
    expect(titleIn(text)).toBe('OK');
  });
});

describe('what is nearly JSON', () => {
  it.each([
    '{"title":"OK",}',
    "{'title': 'OK', 'scenes': []}",
    "{'title': 'OK', 'more': None, 'good': True}",
    '{title: "OK"}',
    '{“title”: “OK”}',
    '{"title"："OK"，"scenes"：[]}',
    '{"title":"OK",,"more":1}',
    '{"title": "OK" // the best one\n}',
    '{"title": "OK", /* no scenes */ "more": 1}',
    '{"title": "OK", "more": "a line\nand another"}',
    '{"title": "OK", "more": "the 5" rule"}',
    '{"title": "OK" "more": 1}',
    'Draft: {"title":"No"} Final version: {"title":"OK",}',
  ])('is repaired: %j', (text) => {
    expect(titleIn(text)).toBe('OK');
  });

  it.each([
    '{"title":"Es',
    '{"title":"Espresso"',
    '{"title":"Espresso","more":"cut',
    "{'title': 'Espresso', 'more': 'cut",
    '{"title":"Espresso","scenes":[{"line":"a"},{"line":"b"}',
    '{"script":{"title":"Espresso"}',
    '```json\n{"title":"Espresso",\n"more": "x"\n```',
    'Draft: {"title":"Espresso"} Final version: {"title":"Es',
    '{"title":"Espresso","scenes":[{"line":"a"}, ...]}',
  ])('is not made whole where it was cut: %j', (text) => {
    expect(titleIn(text)).not.toBe('Espresso');
  });

  it('is never made whole from the beginning of anything', () => {
    const line = fc.string({ unit: fc.constantFrom(...Array.from('ab"\'{}[]\\,:é字 \n')) });
    const value = fc.record({
      title: fc.constant('Espresso'),
      scenes: fc.array(fc.record({ line }), { minLength: 1 }),
    });
    fc.assert(
      fc.property(value, fc.nat(), fc.boolean(), (object, cut, isLoose) => {
        const json = JSON.stringify(object, null, isLoose ? 1 : 0);
        const beginning = json.slice(0, 1 + (cut % (json.length - 1)));
        expect(titleIn(beginning)).not.toBe('Espresso');
      }),
    );
  });
});

it('reads the same value of any text in any script from every wrapper', () => {
  const wrappers: readonly ((json: string) => string)[] = [
    (json) => json,
    (json) => `\`\`\`json\n${json}\n\`\`\``,
    (json) => `Here is the script:\n\n${json}\n\nLet me know!`,
    (json) => `<think>Hm {"title":"No"}</think>${json}`,
    (json) => `<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>${json}<|return|>`,
    (json) => `Draft: {"title":"No"} Final version: ${json}`,
    (json) => `{"script":${json}}`,
    (json) => JSON.stringify({ result: json }),
    (json) => `${json.slice(0, -1)},}`,
  ];
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !/[\\&\u200d\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffd\ufffe\uffff]/u.test(one));
  fc.assert(
    fc.property(text, fc.constantFrom(...wrappers), (title, wrap) => {
      expect(titleIn(wrap(JSON.stringify({ title })))).toBe(title);
    }),
    { numRuns: 500 },
  );
});
