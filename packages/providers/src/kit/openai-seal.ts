/** Tells what OpenAI sealed of its models' reasoning from what others signed, where both stand in one member. */
const SEAL = 'openai:';

/** What OpenAI sealed, as the signature of a block of thinking. */
export function withOpenAiSeal(sealed: string): string {
  return SEAL + sealed;
}

/** What OpenAI sealed; nothing of another's signature. */
export function openAiSealIn(signature: unknown): string | undefined {
  return typeof signature === 'string' && signature.startsWith(SEAL) ? signature.slice(SEAL.length) : undefined;
}
