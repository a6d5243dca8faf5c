import { embeddingsOf, textsToEmbed } from '../kit/request/embeddings.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { asCount, asObject, asString, type JsonObject } from '../kit/json.ts';
import { readJsonAnswer } from '../kit/read-json-answer.ts';
import { requestHeaders } from '../kit/request/request-headers.ts';
import { serialiseBody } from '../kit/request/serialise-body.ts';
import type { EmbeddingsCall, HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { ociOption } from './oci-option.ts';
import { actionUrl, vendor } from './vendor.ts';

/** Most texts of one call (Oracle's API reference, "EmbedTextDetails"). */
const MOST_TEXTS = 96;

/** Embeddings by `EmbedText` (Oracle's API reference, "Generative AI Service Inference API", 2026-11). */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  textsAtOnce: () => MOST_TEXTS,
  encode(call) {
    const { request, settings } = call;
    const { dimensions, input_type: purpose, truncate } = request;
    const compartmentId = ociOption(settings, 'oci_compartment_id');
    if (compartmentId === undefined) {
      throw refusedRequest(vendor, 'Oracle Cloud needs oci_compartment_id (OCI_COMPARTMENT_ID)', 'oci_compartment_id');
    }
    return {
      url: actionUrl('embedText', settings),
      method: 'POST',
      headers: requestHeaders(settings, {}),
      body: serialiseBody(vendor, {
        compartmentId,
        servingMode: servingModeOf(call),
        inputs: textsToEmbed(vendor, request),
        ...(typeof purpose === 'string' && { inputType: purpose.toUpperCase() }),
        // LiteLLM's, where nobody says it: a text that is too long is cut, and not refused.
        truncate: asString(truncate)?.toUpperCase() ?? 'END',
        ...(dimensions !== undefined && { outputDimensions: dimensions }),
      }),
      warnings: [],
    };
  },
  decode(body, { model }) {
    const answer = readJsonAnswer(vendor, body, (one) => Array.isArray(one.embeddings));
    const vectors = Array.isArray(answer.embeddings) ? (answer.embeddings as unknown[]) : [];
    return embeddingsOf(vendor, vectors, { model: asString(answer.modelId) ?? model, tokens: tokensOf(answer) });
  },
};

/** A model of Oracle's, or an endpoint of one's own that serves one. */
function servingModeOf({ model, settings }: EmbeddingsCall): JsonObject {
  const mode = ociOption(settings, 'oci_serving_mode')?.toUpperCase() ?? 'ON_DEMAND';
  if (mode === 'ON_DEMAND') return { servingType: mode, modelId: model };
  if (mode === 'DEDICATED') return { servingType: mode, endpointId: ociOption(settings, 'oci_endpoint_id') ?? model };
  throw refusedRequest(vendor, 'oci_serving_mode is ON_DEMAND or DEDICATED', 'oci_serving_mode');
}

/** Counted for each text, or for all of them. */
function tokensOf({ inputTextTokenCounts: counts, usage }: JsonObject): number | undefined {
  if (Array.isArray(counts)) return counts.reduce((sum: number, count) => sum + asCount(count), 0);
  const total = asObject(usage)?.totalTokens;
  return total === undefined ? undefined : asCount(total);
}
