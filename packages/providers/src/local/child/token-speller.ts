import type { LlamaModel, Token } from './llama.ts';

/** Stands where the bytes so far are no whole character. */
const REPLACEMENT = '\u{FFFD}';
/** A character has at most four bytes, and so at most four tokens of one byte. */
const MAX_TOKENS_OF_A_CHARACTER = 4;

/** Spells tokens one by one; a token that ends inside a character is spelt with the next. */
export function createTokenSpeller(model: LlamaModel): { spell(token: Token): string; end(): string } {
  const spelt: Token[] = [];
  let waiting: Token[] = [];

  function take(): string {
    const text = model.detokenize(waiting, false, spelt);
    spelt.push(...waiting);
    waiting = [];
    return text;
  }

  return {
    spell(token) {
      waiting.push(token);
      const isCut = model.detokenize(waiting, false, spelt).endsWith(REPLACEMENT);
      return isCut && waiting.length < MAX_TOKENS_OF_A_CHARACTER ? '' : take();
    },
    end: () => (waiting.length > 0 ? take() : ''),
  };
}
