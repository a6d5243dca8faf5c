/** English text in the vocabularies of today's models; other languages need more tokens, so this is a low estimate. */
const CHARACTERS_PER_TOKEN = 4;

/** About how many tokens a text of so many characters is. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
