import type { LlamaSequence, Token } from './llama.ts';

/** Tokens that were evaluated one behind the other, and the room for more of them. */
export interface Line {
  readonly sequence: LlamaSequence;
  readonly contextTokens: number;
}

/** Two prompts that share fewer tokens share no more than how every chat begins. */
const LEAST_SHARED = 16;

/**
 * The lines of a model: a long one for any prompt, and a short one beside it. Who writes and who checks what was written
 * ask in turns, each with an own beginning; with one line each question would throw away what the other had evaluated.
 */
export interface Lines {
  /** Of the lines with room for prompt and answer the one that shares most with the prompt; else the one unused for longest. */
  lineFor(prompt: readonly Token[], answerTokens: number): Line;
}

/** @param first has room for any prompt that is taken at all */
export function createLines(first: Line, ...further: readonly Line[]): Lines {
  let byAge = [...further, first];
  return {
    lineFor(prompt, answerTokens) {
      const roomy = byAge.filter((line) => line === first || prompt.length + answerTokens <= line.contextTokens);
      const shared = (line: Line) => sharedTokens(line.sequence.contextTokens, prompt);
      const [nearest] = roomy.toSorted((one, other) => shared(other) - shared(one));
      const isNear = nearest !== undefined && shared(nearest) >= LEAST_SHARED;
      const unused = roomy.findLast((line) => line.sequence.contextTokens.length === 0);
      const line = (isNear ? nearest : (unused ?? roomy[0])) ?? first;
      byAge = [...byAge.filter((other) => other !== line), line];
      return line;
    },
  };
}

function sharedTokens(evaluated: readonly Token[], prompt: readonly Token[]): number {
  const differs = prompt.findIndex((token, at) => token !== evaluated[at]);
  return differs === -1 ? prompt.length : differs;
}
