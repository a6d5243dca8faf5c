import { errorBody } from '../../failure/gateway-error.ts';
import type { EmbeddingsWire } from '../embeddings-wire.ts';
import { readEmbeddingsRequest } from './read-request.ts';
import { passAnswer, writeAnswer } from './write-answer.ts';

/** OpenAI's embeddings (its API reference, "Embeddings", 2026-11), with errors in LiteLLM's shape. */
export const openAiEmbeddings: EmbeddingsWire = {
  name: 'openai-embeddings',
  vendorWire: 'openai',
  read: readEmbeddingsRequest,
  pass: passAnswer,
  write: writeAnswer,
  streamEnd: '',
  errorBody,
  errorEvent: () => '',
};
