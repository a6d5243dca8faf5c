/** Mistral's families by its own names of them (docs.mistral.ai, "Models", 2026-11). */
const FAMILIES =
  /^(mistral|ministral|codestral|pixtral|magistral|devstral|mixtral|open-mistral|open-mixtral|open-codestral)\b/i;

/** Whether a model is one of Mistral's, wherever it is served. */
export function isOfMistral(model: string): boolean {
  return FAMILIES.test(model.slice(model.lastIndexOf('/') + 1));
}
