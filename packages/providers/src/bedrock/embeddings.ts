import { readJsonAnswer } from '../kit/read-json-answer.ts';
import type { HttpEmbeddings } from '../spec/operations/embeddings.ts';
import { cohereOnBedrock } from './embedding-families/cohere.ts';
import type { EmbeddingFamily } from './embedding-families/embedding-family.ts';
import { titan } from './embedding-families/titan.ts';
import { refusedRequest } from '../kit/failure/failures.ts';
import { invokeRequest } from './invoke.ts';
import { vendor } from './vendor.ts';

const families: readonly EmbeddingFamily[] = [titan, cohereOnBedrock];

/** Embeddings of Bedrock's models by `InvokeModel`: each maker has a form of its own. */
export const embeddings: HttpEmbeddings = {
  wire: 'translated',
  textsAtOnce: (model) => families.find((family) => family.fits(model))?.textsAtOnce,
  encode: (call) => invokeRequest(call, familyOf(call.model).bodyOf(call)),
  decode: (body, { model }) => {
    const family = familyOf(model);
    return family.read(readJsonAnswer(vendor, body, family.isAnswer), model);
  },
};

/** Throws a 400 for a model that embeds nothing here. */
function familyOf(model: string): EmbeddingFamily {
  const family = families.find((one) => one.fits(model));
  if (family) return family;
  throw refusedRequest(
    vendor,
    `${vendor.title}: of its models that embed, Amazon Titan's and Cohere's are asked here, and ${model} is none of them`,
    'model',
  );
}
