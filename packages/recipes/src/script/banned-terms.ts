/** Who says what may not be said. */
export interface Banning {
  readonly avoid: readonly string[];
  readonly brand_voice?: { readonly banned_words?: readonly string[] } | undefined;
}

/** What may not be said: the caller's `avoid` and the brand's banned words. */
export function bannedTerms({ avoid, brand_voice: voice }: Banning): string[] {
  return [...avoid, ...(voice?.banned_words ?? [])];
}
