import { classifyError } from '../kit/failure/classify-error.ts';
import { embeddingsOf, isVector, textsToEmbed } from '../kit/request/embeddings.ts';
import { parseJson } from '../kit/json.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import { openAiHeaders } from '../openai-wire/openai-vendor.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { isRouted } from './router.ts';
import { vendor } from './vendor.ts';

/** Hugging Face's own provider, where the router has it. */
const INFERENCE = 'https://router.huggingface.co/hf-inference/models';

/** What says how vectors are made, and is the server's to know (Text Embeddings Inference, "embed", 2026-11). */
const OWN = ['normalize', 'prompt_name', 'truncate', 'truncation_direction', 'dimensions'];

/**
 * Embeddings by feature extraction (huggingface.co/docs/inference-providers/tasks/feature-extraction, 2026-11), and by
 * servers of one's own at their address as it is written, as LiteLLM asks them. They count no tokens.
 */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  encode(call) {
    const { model, settings, request } = call;
    const own = Object.fromEntries(OWN.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])));
    return {
      url: isRouted(settings) ? `${INFERENCE}/${model}/pipeline/feature-extraction` : (settings.apiBase ?? ''),
      method: 'POST',
      headers: openAiHeaders(vendor, call),
      body: serialiseBody(vendor, { inputs: textsToEmbed(vendor, request), ...own }),
      warnings: [],
    };
  },
  decode(body, { model }) {
    const answer = parseJson(new TextDecoder().decode(body));
    if (!Array.isArray(answer)) throw classifyError(vendor, 200, {}, body);
    // One text may come as its vector alone.
    const vectors = isVector(answer) && answer.length > 0 ? [answer] : answer.map(ofText);
    return embeddingsOf(vendor, vectors, { model, tokens: undefined });
  },
};

/** A model that pools nothing gives a vector for each token, of which the first stands for the text (LiteLLM's choice). */
function ofText(vector: unknown): unknown {
  if (isVector(vector) || !Array.isArray(vector)) return vector;
  const [first] = vector as unknown[];
  return isVector(first) || !Array.isArray(first) ? first : (first as unknown[])[0];
}
