/** Whose model it is, as its name tells. */
export function isClaude(model: string): boolean {
  return model.startsWith('claude');
}

/** Google's own; a model that was tuned is a number, or an endpoint with one. */
export function isGemini(model: string): boolean {
  return /^(google\/)?(gemini|gemma)|^(gemini\/)?\d+$/.test(model);
}
