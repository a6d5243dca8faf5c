import { geminiEmbeddings } from '../gemini-wire/embeddings.ts';
import { place } from './gemini-place.ts';

export const embeddings = geminiEmbeddings(place);
