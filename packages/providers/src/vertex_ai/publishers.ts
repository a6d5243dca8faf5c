/** Whose model it is, as its name tells. */
export function isClaude(model: string): boolean {
  return model.startsWith('claude');
}

/** Google's own; a model that was tuned is a number, or an endpoint with one. */
export function isGemini(model: string): boolean {
  return /^(google\/)?(gemini|gemma)|^(gemini\/)?\d+$/.test(model);
}

/** Google's models of vectors and of pictures, which are called by `predict`. */
export function isPredicted(model: string): boolean {
  return /^(google\/)?(text-?embedding|text-multilingual-embedding|gemini-embedding|imagen|imagegeneration)/.test(
    model,
  );
}
