/** What is known of a model, under LiteLLM's member names: an entry of the table, or `model_info` as it is written. */
export type ModelInfo = Readonly<Record<string, unknown>>;

/** A figure that is one: configurations write them as text as well. */
export function asFigure(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

export function asFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
