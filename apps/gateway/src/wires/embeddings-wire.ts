import type { EmbeddingEncoding, EmbeddingsList, EmbeddingsRequest } from '@showrunner/providers';
import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { Wire } from '../exchange/wire.ts';

/** What the client is to see of an answer. */
export interface EmbeddingsView {
  /** The model as the client named it. */
  readonly model: string;
  readonly encoding: EmbeddingEncoding;
}

/** How a family of clients speaks embeddings. */
export interface EmbeddingsWire extends Wire<EmbeddingsRequest> {
  /** The wire of vendors whose answers pass through as the bytes that came. */
  readonly vendorWire: 'openai';
  /** A vendor's own answer as it came, but for the model's name; nothing where it has to be read and written anew. */
  pass(body: Buffer, view: EmbeddingsView): PlainAnswer | undefined;
  write(list: EmbeddingsList, view: EmbeddingsView): PlainAnswer;
}
