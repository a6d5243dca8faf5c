import { estimateTokens } from '@showrunner/models';
import { asObject, type ContentsRequest } from '@showrunner/providers';
import type { Operation } from '../../exchange/operation.ts';
import type { ContentsWire } from '../../wires/native-wire.ts';
import { attemptNative, type NativeKind } from '../native/attempt.ts';
import { nativeOf } from '../native/native-of.ts';
import { withContentsDefaults } from './contents-defaults.ts';

const native: NativeKind<ContentsRequest> = {
  nativeOf: (deployment) => nativeOf(deployment, 'contents'),
  withDefaults: withContentsDefaults,
};

/** Gemini's contents: of vendors that speak them as they are, of all others as a chat completion. */
export const contents: Operation<ContentsRequest, ContentsWire> = {
  callType: 'agenerate_content',
  /** The question, estimated by its length, and the longest answer where the caller bounds it. */
  expectedTokens: ({ generationConfig, generation_config: older }, bytes) =>
    estimateTokens(bytes) + mostTokens(asObject(generationConfig ?? older)),
  cacheIdentity: (request) => request,
  // In which words they are filled in depends on who is asked.
  withDefaults: (request) => request,
  attempt: (attempt, request, wire, transports) => attemptNative(native, { attempt, request, wire, transports }),
  measure({ contents: turns, systemInstruction }, { roughTokens }) {
    const prompt = estimateTokens(JSON.stringify([systemInstruction, turns]).length);
    return { prompt_tokens: prompt, completion_tokens: roughTokens, total_tokens: prompt + roughTokens };
  },
};

function mostTokens(config: Readonly<Record<string, unknown>> = {}): number {
  const most = Number(config.maxOutputTokens ?? config.max_output_tokens ?? 0);
  return Number.isFinite(most) && most > 0 ? most : 0;
}
