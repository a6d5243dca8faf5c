import { asString } from '../kit/json.ts';
import type { EmbeddingsRequest } from '../spec/operations/embeddings.ts';

/** What a text is embedded for, and what it is called: Google's names, and LiteLLM's for the same. */
export function embeddingPurpose(request: EmbeddingsRequest): { taskType?: string; title?: string } {
  const taskType = asString(request.taskType) ?? asString(request.task_type) ?? asString(request.input_type);
  const title = asString(request.title);
  return { ...(taskType !== undefined && { taskType }), ...(title !== undefined && { title }) };
}
