import type { RerankAnswer, RerankRequest, Usage } from '@showrunner/providers';
import type { AnswerFacts } from '../../exchange/answer/answer-facts.ts';
import { errorBody } from '../../failure/gateway-error.ts';
import { noStream } from '../openai/no-stream.ts';
import { writtenAnswer } from '../openai/written-answer.ts';
import type { WholeAnswerWire } from '../whole-answer-wire.ts';
import { readRerankRequest } from './read-request.ts';

/** Reranking in Cohere's shape, which LiteLLM has for all vendors (`litellm/types/rerank.py`, 1.108.7). */
export const rerankWire: WholeAnswerWire<RerankRequest, RerankAnswer> = {
  name: 'rerank',
  vendorWire: 'openai',
  read: readRerankRequest,
  pass: () => undefined,
  write: (answer) => writtenAnswer(answer, factsOf(answer)),
  errorBody,
  ...noStream,
};

/** Cohere bills searches, the others tokens. */
function factsOf({ meta: { billed_units: units, tokens } }: RerankAnswer): Partial<AnswerFacts> {
  const searches = units?.search_units;
  const input = tokens?.input_tokens ?? units?.total_tokens;
  const output = tokens?.output_tokens ?? 0;
  const usage: Usage | undefined =
    input === undefined
      ? undefined
      : { prompt_tokens: input, completion_tokens: output, total_tokens: units?.total_tokens ?? input + output };
  return { usage, billedAs: searches === undefined ? undefined : [{ searches }] };
}
