import { expect, test } from 'vitest';
import { createLines, type Line } from './lines.ts';
import type { LlamaSequence, Token } from './llama.ts';

function lineOf(contextTokens: number) {
  const evaluated: Token[] = [];
  return {
    contextTokens,
    sequence: { contextTokens: evaluated } as unknown as LlamaSequence,
    hold: (tokens: readonly Token[]) => evaluated.splice(0, evaluated.length, ...tokens),
  };
}

function tokensFrom(first: number, count = 40): Token[] {
  return Array.from({ length: count }, (_, at) => (first + at) as Token);
}

function twoLines() {
  const [long, short] = [lineOf(1000), lineOf(100)];
  const lines = createLines(long, short);
  const ask = (prompt: readonly Token[], answerTokens = 10): Line => {
    const line = lines.lineFor(prompt, answerTokens);
    (line === long ? long : short).hold(prompt);
    return line;
  };
  return { long, short, ask };
}

test('two kinds of question keep a line each', () => {
  const { long, short, ask } = twoLines();
  const [writer, checker] = [tokensFrom(0), tokensFrom(500)];
  expect(ask([...writer, ...tokensFrom(1000, 5)])).toBe(long);
  expect(ask([...checker, ...tokensFrom(2000, 5)])).toBe(short);
  expect(ask([...writer, ...tokensFrom(3000, 5)])).toBe(long);
  expect(ask([...checker, ...tokensFrom(4000, 5)])).toBe(short);
});

test('a third kind takes the line that was unused for longest', () => {
  const { long, short, ask } = twoLines();
  ask(tokensFrom(0));
  ask(tokensFrom(500));
  ask(tokensFrom(0));
  expect(ask(tokensFrom(900))).toBe(short);
  expect(ask(tokensFrom(700))).toBe(long);
});

test('what is too long for the short line goes to the long one', () => {
  const { long, ask } = twoLines();
  ask(tokensFrom(0));
  expect(ask(tokensFrom(500, 95))).toBe(long);
  expect(ask(tokensFrom(900), 61)).toBe(long);
});
