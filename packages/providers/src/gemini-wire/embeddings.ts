import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { asObjects } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { geminiRequest, type GeminiPlace } from './contents.ts';
import { embeddingPurpose } from './embedding-purpose.ts';

/** Embeddings by Gemini's `batchEmbedContents` (ai.google.dev/api/embeddings, 2026-11). It counts no tokens. */
export function geminiEmbeddings(place: GeminiPlace): HttpEmbeddings {
  const { vendor } = place;
  return {
    wire: 'translated',
    encode(call) {
      const { dimensions } = call.request;
      const requests = textsToEmbed(vendor, call.request).map((text) => ({
        model: `models/${call.model}`,
        content: { parts: [{ text }] },
        ...embeddingPurpose(call.request),
        ...(dimensions !== undefined && { outputDimensionality: dimensions }),
      }));
      return geminiRequest(place, call, 'batchEmbedContents', { requests });
    },
    decode(body, { model }) {
      const { embeddings } = readJsonAnswer(vendor, body, ({ embeddings: list }) => Array.isArray(list));
      const vectors = asObjects(embeddings).map(({ values }) => values);
      return embeddingsOf(vendor, vectors, { model, tokens: undefined });
    },
  };
}
