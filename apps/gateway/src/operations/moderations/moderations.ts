import { estimateTokens } from '@showrunner/models';
import { httpOperationOf, type ModerationsAnswer, type ModerationsRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { WholeAnswerWire } from '../../wires/whole-answer-wire.ts';
import { attemptWhole } from '../attempt-whole.ts';
import { ownDefaults } from '../own-defaults.ts';
import { mockModerations } from './mock.ts';

/** Moderations, whichever wire asks for them. */
export const moderations: Operation<ModerationsRequest, WholeAnswerWire<ModerationsRequest, ModerationsAnswer>> = {
  callType: 'amoderation',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: () => undefined,
  withDefaults: ownDefaults(),
  attempt: attemptWhole({
    vendorOf: (adapter) => httpOperationOf(adapter, 'moderations'),
    mock: mockModerations,
  }),
  measure({ input }) {
    const tokens = estimateTokens(JSON.stringify(input).length);
    return { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
  },
};
