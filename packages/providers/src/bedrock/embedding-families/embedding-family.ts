import type { JsonObject } from '../../kit/json.ts';
import type { EmbeddingsCall, EmbeddingsList } from '../../spec/operations/embeddings.ts';

/** Models of one maker that embed, as Bedrock calls them. */
export interface EmbeddingFamily {
  fits(model: string): boolean;
  readonly textsAtOnce: number;
  /** Throws a 400 for what they cannot do. */
  bodyOf(call: EmbeddingsCall): JsonObject;
  readonly isAnswer: (answer: JsonObject) => boolean;
  read(answer: JsonObject, model: string): EmbeddingsList;
}
