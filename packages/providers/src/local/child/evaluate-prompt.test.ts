import { expect, test } from 'vitest';
import { evaluatePrompt } from './evaluate-prompt.ts';
import type { LlamaSequence, Token } from './llama.ts';

/** Remembers which tokens were evaluated together, as a model does in the last digits of its state. */
function rememberingSequence() {
  let batches: { readonly tokens: readonly Token[]; readonly kept: number }[] = [];
  const contextTokens = () => batches.flatMap(({ tokens, kept }) => tokens.slice(0, kept));
  const sequence = {
    get contextTokens() {
      return contextTokens();
    },
    adaptStateToTokens: async (tokens: readonly Token[]) => {
      const own = contextTokens();
      const differs = own.findIndex((token, at) => token !== tokens[at]);
      let room = differs === -1 ? own.length : differs;
      batches = batches.flatMap((batch) => {
        const kept = Math.min(batch.kept, room);
        room -= kept;
        return kept === 0 ? [] : [{ ...batch, kept }];
      });
    },
    evaluateWithoutGeneratingNewTokens: async (tokens: readonly Token[]) => {
      batches.push({ tokens, kept: tokens.length });
    },
  } as unknown as LlamaSequence;
  /** The batch that each token was evaluated in. */
  const state = () => batches.flatMap(({ tokens, kept }) => tokens.slice(0, kept).map(() => tokens.join(' ')));
  return { line: { sequence }, state };
}

function tokensFrom(count: number, first = 0): Token[] {
  return Array.from({ length: count }, (_, at) => (first + at) as Token);
}

const shared = tokensFrom(150);
const wanted = [...shared, ...tokensFrom(90, 1000)];
const free = { threads: { adjust: () => undefined } };
const { signal } = new AbortController();
const repeatable = { signal, isRepeatable: true };
const other = { signal, isRepeatable: false };

test('a prompt with a seed comes to the same state whatever was evaluated before', async () => {
  const cold = rememberingSequence();
  expect(await evaluatePrompt(cold.line, free, wanted, repeatable)).toBe(0);
  const befores = [
    [{ prompt: [...shared, ...tokensFrom(40, 2000)], manner: repeatable }],
    [{ prompt: [...shared, ...tokensFrom(40, 2000)], manner: other }],
    [
      { prompt: tokensFrom(100), manner: repeatable },
      { prompt: tokensFrom(140), manner: other },
    ],
    [{ prompt: [...wanted, ...tokensFrom(70, 3000)], manner: repeatable }],
  ];
  for (const before of befores) {
    const warm = rememberingSequence();
    for (const { prompt, manner } of before) await evaluatePrompt(warm.line, free, prompt, manner);
    await evaluatePrompt(warm.line, free, wanted, repeatable);
    expect(warm.state()).toEqual(cold.state());
  }
});

test('whole blocks that prompts with a seed share are evaluated once, and without a seed all that is shared', async () => {
  const { line } = rememberingSequence();
  await evaluatePrompt(line, free, [...shared, ...tokensFrom(40, 2000)], repeatable);
  expect(await evaluatePrompt(line, free, wanted, repeatable)).toBe(128);
  expect(await evaluatePrompt(line, free, [...shared, ...tokensFrom(5, 4000)], other)).toBe(150);
});
