import { openAiEmbeddings } from '../openai-wire/embeddings.ts';
import { vendor } from './vendor.ts';

export const embeddings = openAiEmbeddings(vendor);
