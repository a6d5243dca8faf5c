/**
 * Values of one request that a model is not to see, by what stands for them: `<PERSON_1>`, as LiteLLM's Presidio writes
 * it. The same value has the same token wherever it stands, and no two values share one.
 */
export class HiddenValues {
  readonly #tokens = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  /** @param text what is asked, which may hold something that looks like a token already */
  tokenOf(kind: string, value: string, text: string): string {
    const key = `${kind}\n${value}`;
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    let token: string;
    do {
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      token = `<${kind}_${count}>`;
    } while (text.includes(token));
    this.#tokens.set(key, token);
    this.#values.set(token, value);
    return token;
  }

  /** A text of an answer with the values in place of their tokens. */
  restore(text: string): string {
    if (this.isEmpty || !text.includes('<')) return text;
    return text.replaceAll(/<[A-Z_]+_\d+>/g, (token) => this.#values.get(token) ?? token);
  }
}
