/** The model's id at Vertex AI, without the publisher's name before it. */
export function geminiId(model: string): string {
  return model.replace(/^(google|gemini)\//, '');
}

export function isTuned(id: string): boolean {
  return /^\d+$/.test(id);
}
