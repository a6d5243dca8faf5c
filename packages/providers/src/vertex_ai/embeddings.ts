import { embeddingPurpose } from '../gemini-wire/embedding-purpose.ts';
import { predictRequest } from '../gemini-wire/predict.ts';
import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { asCount, asObject, asObjects } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { place } from './gemini-place.ts';
import { vendor } from './vendor.ts';

/** Google's models that embed, by `predict` (Vertex AI's API reference, "Text embeddings API", 2026-11). */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  /** `gemini-embedding-001` takes one text a call, all others two hundred and fifty. */
  textsAtOnce: (model) => (model.includes('gemini-embedding') ? 1 : 250),
  encode(call) {
    const { dimensions, auto_truncate: truncates } = call.request;
    const { taskType, title } = embeddingPurpose(call.request);
    const instances = textsToEmbed(vendor, call.request).map((content) => ({
      content,
      ...(taskType !== undefined && { task_type: taskType }),
      ...(title !== undefined && { title }),
    }));
    const parameters = {
      ...(dimensions !== undefined && { outputDimensionality: dimensions }),
      ...(typeof truncates === 'boolean' && { autoTruncate: truncates }),
    };
    return predictRequest(place, call, { instances, parameters });
  },
  decode(body, { model }) {
    const { predictions } = readJsonAnswer(vendor, body, ({ predictions: list }) => Array.isArray(list));
    const read = asObjects(predictions).map(({ embeddings: one }) => asObject(one) ?? {});
    const tokens = read.reduce((sum, { statistics }) => sum + asCount(asObject(statistics)?.token_count), 0);
    const vectors = read.map(({ values }) => values);
    return embeddingsOf(vendor, vectors, { model, tokens: tokens === 0 ? undefined : tokens });
  },
};
