import { asObject, asObjects } from '@showrunner/providers';

/** How likely the tokens of a text are, as text completions tell it. */
export interface TextLogprobs {
  readonly tokens: readonly unknown[];
  readonly token_logprobs: readonly unknown[];
  readonly top_logprobs: readonly Readonly<Record<string, unknown>>[];
  /** Where each token begins in the text, in characters. */
  readonly text_offset: readonly number[];
}

/** What a chat says of its tokens, as text completions say it; null where it says nothing. `from` is where they begin. */
export function textLogprobs(logprobs: unknown, from: number): TextLogprobs | null {
  const tokens = asObjects(asObject(logprobs)?.content);
  if (tokens.length === 0) return null;
  let offset = from;
  const offsets = tokens.map(({ token }) => {
    const start = offset;
    offset += typeof token === 'string' ? token.length : 0;
    return start;
  });
  return {
    tokens: tokens.map(({ token }) => token),
    token_logprobs: tokens.map(({ logprob }) => logprob),
    top_logprobs: tokens.map(({ top_logprobs: top }) =>
      Object.fromEntries(asObjects(top).map(({ token, logprob }) => [String(token), logprob])),
    ),
    text_offset: offsets,
  };
}
