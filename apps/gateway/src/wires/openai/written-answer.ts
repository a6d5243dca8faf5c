import { type AnswerFacts, noFacts } from '../../exchange/answer/answer-facts.ts';
import type { PlainAnswer } from '../../exchange/answer/answer.ts';

/** An object as an answer, with what is told of it. */
export function writtenAnswer(answer: object, facts: Partial<AnswerFacts> = {}): PlainAnswer {
  return { kind: 'plain', text: JSON.stringify(answer), encoding: 'utf8', facts: { ...noFacts(), ...facts } };
}
