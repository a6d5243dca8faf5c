import { type EmbeddingsList, readAnyUsage, readOpenAiUsage } from '@showrunner/providers';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import { answerMembers } from '../../json/answer-members.ts';
import type { EmbeddingsView } from '../embeddings-wire.ts';
import { passedAnswer } from '../openai/passed-answer.ts';
import { encodeVector } from './vectors.ts';

/** How the first vector is written; vendors that know no `encoding_format` write numbers whatever is asked. */
const FIRST_VECTOR = /"embedding"\s*:\s*(?<start>["[])/;

/** A vendor's own answer as it came, but for the model's name; nothing where it is none, or not in the form asked for. */
export function passAnswer(body: Buffer, { model, encoding }: EmbeddingsView): PlainAnswer | undefined {
  const text = body.toString('latin1');
  const start = FIRST_VECTOR.exec(text)?.groups?.start;
  const members = start === (encoding === 'float' ? '[' : '"') ? answerMembers.find(text) : undefined;
  if (!members?.data || members.error) return undefined;
  return passedAnswer(text, members, model, readAnyUsage);
}

/** An answer in the form that the caller asked for. */
export function writeAnswer(list: EmbeddingsList, { model, encoding }: EmbeddingsView): PlainAnswer {
  const data = list.data.map((one) => ({ ...one, embedding: encodeVector(one.embedding, encoding) }));
  return {
    kind: 'plain',
    text: JSON.stringify({ ...list, data, model }),
    encoding: 'utf8',
    facts: { usage: readOpenAiUsage(list.usage), roughTokens: 0, billedAs: undefined, model: list.model },
  };
}
