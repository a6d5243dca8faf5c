import { readOpenAiUsage, type EmbeddingsList } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import type { EmbeddingsWire } from '../embeddings-wire.ts';
import { contentsErrorBody } from '../gemini-contents/errors.ts';
import { writtenAnswer } from '../openai/written-answer.ts';
import { encodeVector } from '../openai-embeddings/vectors.ts';
import { readBatchEmbedRequest, readEmbedRequest } from './read-request.ts';

/** Gemini's `batchEmbedContents` (ai.google.dev/api/embeddings, v1beta, read 2026-11). */
export const geminiBatchEmbeddings: EmbeddingsWire = {
  name: 'gemini-batch-embeddings',
  vendorWire: 'openai',
  read: readBatchEmbedRequest,
  // No vendor of OpenAI's wire answers in Google's form.
  pass: () => undefined,
  write: (list) => written(list, { embeddings: vectorsOf(list) }),
  streamEnd: '',
  errorBody: contentsErrorBody,
  errorEvent: () => '',
};

/** The same of one text, `embedContent`. */
export const geminiEmbeddings: EmbeddingsWire = {
  ...geminiBatchEmbeddings,
  name: 'gemini-embeddings',
  read: readEmbedRequest,
  write: (list) => written(list, { embedding: vectorsOf(list)[0] }),
};

function vectorsOf({ data }: EmbeddingsList): { values: readonly number[] | string }[] {
  const ordered = data.toSorted((one, other) => one.index - other.index);
  return ordered.map(({ embedding }) => ({ values: encodeVector(embedding, 'float') }));
}

function written({ usage, model }: EmbeddingsList, answer: object): PlainAnswer {
  return writtenAnswer(answer, { usage: readOpenAiUsage(usage), model });
}
