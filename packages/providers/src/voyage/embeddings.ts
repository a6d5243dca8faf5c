import { openAiEmbeddings } from '../openai-wire/embeddings.ts';
import { vendor } from './vendor.ts';

/** Numbers alone: `encoding_format` is `base64` or nothing, and its name for `dimensions` is `output_dimension`. */
export const embeddings = openAiEmbeddings(vendor, {
  renamed: { dimensions: 'output_dimension' },
  unsupported: ['user'],
});
