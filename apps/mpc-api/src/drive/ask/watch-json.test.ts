import { plainValue } from '@showrunner/recipes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchJson } from './watch-json.ts';

function watched(pieces: readonly string[]): unknown[] {
  const seen: unknown[] = [];
  const watcher = watchJson((partial) => seen.push(structuredClone(partial)));
  for (const piece of pieces) watcher.push(piece);
  return seen;
}

describe('watching JSON while it streams', () => {
  it('tells each member and list element once it is whole, never half of one', () => {
    const text = '{"hook":"Hi {you","scenes":[{"n":"one"},{"n":"two"}]}';
    expect(watched(text.split(''))).toEqual([
      { hook: 'Hi {you' },
      { hook: 'Hi {you', scenes: [{ n: 'one' }] },
      { hook: 'Hi {you', scenes: [{ n: 'one' }, { n: 'two' }] },
      { hook: 'Hi {you', scenes: [{ n: 'one' }, { n: 'two' }] },
    ]);
  });

  it('begins at the object, whatever reasoning, prose or fence comes before', () => {
    const text = '<think>{"no":1}</think> Sure:\n```json\n{"a":1}\n``` Done {"b":2}';
    expect(watched(text.match(/.{1,2}/gs) ?? [])).toEqual([{ a: 1 }]);
  });

  it.each([
    '[THINK]{"no":1}[/THINK]{"a":1}',
    '◁think▷{"no":1}◁/think▷{"a":1}',
    '<|channel|>analysis<|message|>{"no":1}<|end|><|start|>assistant<|channel|>final<|message|>{"a":1}<|return|>',
    '<|channel>thought\n{"no":1}<channel|>{"a":1}<turn|>',
  ])('tells nothing of the thoughts in %j', (text) => {
    expect(watched(text.match(/.{1,3}/gs) ?? [])).toEqual([{ a: 1 }]);
  });

  it('tells texts as the whole answer will have them', () => {
    const text = '{"a":"Salt &amp; pepper\\\\nand don&#39;t","b":"x\\u0000"}';
    expect(watched(text.match(/.{1,4}/gs) ?? []).at(-1)).toEqual({ a: "Salt & pepper\nand don't", b: 'x' });
  });

  it('tells nothing of a draft, which another will follow, and nothing of a refusal', () => {
    expect(watched('Borrador: {"a":"no"} Versión final: {"a":"yes"}'.match(/.{1,4}/gs) ?? [])).toEqual([]);
    expect(watched(['{"a":"I’m sorry, but I can’t help with that."', ',"b":"x"}'])).toEqual([]);
  });

  it('stops quietly where the text stops being JSON', () => {
    expect(watched(['{"a":1,', ' oops }', '{"b":2}'])).toEqual([{ a: 1 }]);
  });

  it('sees the whole value at last, however the text is cut', () => {
    const value = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.array(fc.oneof(fc.string(), fc.integer())), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 9 }), (object, size) => {
        const text = JSON.stringify(object);
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
        expect(watched(pieces).at(-1)).toEqual(plainValue(object));
      }),
    );
  });
});
