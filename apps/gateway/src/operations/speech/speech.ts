import { estimateTokens } from '@showrunner/models';
import { httpOperationOf, type SpeechRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { MediaWire } from '../../wires/media-wire.ts';
import { attemptMedia } from '../attempt-media.ts';
import { callOf } from '../call-of.ts';
import { ownDefaults } from '../own-defaults.ts';

/** Speech, whichever wire asks for it. */
export const speech: Operation<SpeechRequest, MediaWire<SpeechRequest>> = {
  callType: 'aspeech',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: () => undefined,
  withDefaults: ownDefaults('voice', 'response_format', 'speed', 'instructions'),
  attempt: attemptMedia({
    encode(attempt, request) {
      const { vendor, operation } = httpOperationOf(attempt.deployment.adapter, 'speech');
      return { vendor, outgoing: operation.encode(callOf(attempt, request)) };
    },
    comesInPieces: () => true,
  }),
  measure({ input }) {
    const tokens = estimateTokens(input.length);
    return { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
  },
};
