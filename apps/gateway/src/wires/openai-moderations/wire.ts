import type { ModerationsAnswer, ModerationsRequest } from '@showrunner/providers';
import { errorBody } from '../../failure/gateway-error.ts';
import { answerMembers } from '../../json/answer-members.ts';
import { passedAnswer } from '../openai/passed-answer.ts';
import { noStream } from '../openai/no-stream.ts';
import { writtenAnswer } from '../openai/written-answer.ts';
import type { WholeAnswerWire } from '../whole-answer-wire.ts';
import { readModerationsRequest } from './read-request.ts';

/** OpenAI's moderations (its API reference, "Moderations", 2026-11), with errors in LiteLLM's shape. */
export const openAiModerations: WholeAnswerWire<ModerationsRequest, ModerationsAnswer> = {
  name: 'openai-moderations',
  vendorWire: 'openai',
  read: readModerationsRequest,
  pass(body, { model }) {
    const text = body.toString('latin1');
    const members = answerMembers.find(text);
    return members?.results && !members.error ? passedAnswer(text, members, model) : undefined;
  },
  write: (answer, { model }) => writtenAnswer({ ...answer, model }),
  errorBody,
  ...noStream,
};
