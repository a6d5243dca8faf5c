import type { GeminiPlace } from '../gemini-wire/contents.ts';
import { geminiId, isTuned } from './gemini-id.ts';
import { vendor } from './vendor.ts';
import { vertexPlace } from './vertex-place.ts';

/** Gemini at Vertex AI; a tuned model is an endpoint of the project. */
export const place: GeminiPlace = {
  vendor,
  model({ model, settings }) {
    const id = geminiId(model);
    const at = vertexPlace(settings);
    return isTuned(id) ? `${at}/endpoints/${id}` : `${at}/publishers/google/models/${encodeURIComponent(id)}`;
  },
  counted: (question) =>
    Object.fromEntries(COUNTED.flatMap((name) => (name in question ? [[name, question[name]]] : []))),
};

/** What Vertex AI counts (its API reference, "countTokens", 2026-11); it refuses all other members. */
const COUNTED = ['contents', 'systemInstruction', 'tools', 'generationConfig'];
