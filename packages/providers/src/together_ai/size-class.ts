/** Together's price list names models by billions of parameters (together.ai/pricing, and LiteLLM's table, 1.108.7). */
const CHAT_CLASSES = [
  [4, 'together-ai-up-to-4b'],
  [8, 'together-ai-4.1b-8b'],
  [21, 'together-ai-8.1b-21b'],
  [41, 'together-ai-21.1b-41b'],
  [80, 'together-ai-41.1b-80b'],
  [110, 'together-ai-81.1b-110b'],
] as const;

/** Those that make embeddings, by millions. */
const EMBEDDING_CLASSES = [
  [150, 'together-ai-embedding-up-to-150m'],
  [350, 'together-ai-embedding-151m-to-350m'],
] as const;

/** `Llama-3-70b-chat`; in `Mixtral-8x7B` the figure is that of one expert of several, and says no size. */
const SIZE = /(?<![\dx.])(\d+(?:\.\d+)?)([bm])(?![a-z\d])/i;

/** The class of price of a model that has none of its own, by the size in its name; the name itself where it says none. */
export function sizeClass(model: string): string {
  const [, size, unit] = SIZE.exec(model) ?? [];
  if (size === undefined) return model;
  const classes = unit?.toLowerCase() === 'b' ? CHAT_CLASSES : EMBEDDING_CLASSES;
  return classes.find(([most]) => Number(size) <= most)?.[1] ?? model;
}
