import { estimateTokens } from '@showrunner/models';
import { httpOperationOf, type ImagesRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { MediaWire } from '../../wires/media-wire.ts';
import { attemptMedia } from '../attempt-media.ts';
import { callOf } from '../call-of.ts';
import { ownDefaults } from '../own-defaults.ts';
import { sizedPrice } from './sized-price.ts';

/** Pictures out of words, whichever wire asks for them. */
export const images: Operation<ImagesRequest, MediaWire<ImagesRequest>> = {
  callType: 'aimage_generation',
  expectedTokens: (_, bytes) => estimateTokens(bytes),
  cacheIdentity: () => undefined,
  withDefaults: ownDefaults('n', 'size', 'quality', 'style', 'background', 'output_format', 'response_format', 'user'),
  attempt: attemptMedia<ImagesRequest>({
    encode(attempt, request) {
      const { vendor, operation } = httpOperationOf(attempt.deployment.adapter, 'images');
      const outgoing = operation.encode(callOf(attempt, request));
      return { vendor, outgoing, inOpenAiForm: operation.inOpenAiForm?.bind(operation) };
    },
    comesInPieces: ({ stream }) => stream === true,
    priceOf: sizedPrice,
  }),
  measure({ prompt }) {
    const tokens = estimateTokens(prompt.length);
    return { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
  },
};
