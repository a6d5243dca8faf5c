import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { malformedAnswer } from '../kit/failure/failures.ts';
import { ownMembers } from '../kit/request/own-members.ts';
import type { Vendor } from '../spec/adapter.ts';
import type { BridgedChat, ChatCall, ChatChunk, ChatCompletion } from '../spec/operations/chat.ts';
import { callOptions } from './call-options.ts';
import { ChunkReader } from './chunks.ts';
import { completionOf } from './completion.ts';
import type { BridgeDialect } from './dialect.ts';
import { StreamEnding } from './stream-ending.ts';
import { fetchStreamFrom, fetchWholeFrom } from './fetch-answer.ts';
import { withMembers } from './fetch-from-vendor.ts';
import { toProviderError, vendorErrorIn } from './provider-error.ts';

/** Chat completions of a vendor whose wire a package of the AI SDK speaks, out of what differs. */
export function bridgedChat(vendor: Vendor, dialect: BridgeDialect): BridgedChat {
  return Object.freeze({
    wire: 'bridge',
    complete: (call, signal) => complete(vendor, dialect, call, signal),
    stream: (call, signal) => stream(vendor, dialect, call, signal),
  } satisfies BridgedChat);
}

async function complete(
  vendor: Vendor,
  dialect: BridgeDialect,
  call: ChatCall,
  abortSignal: AbortSignal,
): Promise<ChatCompletion> {
  const options = callOptions(vendor, dialect, call);
  try {
    const fetch = withMembers(fetchWholeFrom(vendor), ownMembers(call.request, dialect.ownMembers));
    const model = await dialect.model(call, fetch);
    const result = await model.doGenerate({ ...options, abortSignal });
    const refusal = vendorErrorIn(vendor, result.response?.body);
    if (refusal) throw refusal;
    if (saysNothing(result)) throw malformedAnswer(vendor, JSON.stringify(result.response?.body ?? null));
    return completionOf(dialect, result, call.model);
  } catch (error) {
    throw toProviderError(vendor, error);
  }
}

/** Some packages make an empty answer of what is none: without content, and without a word of why it ended. */
function saysNothing({ content, finishReason: { raw, unified } }: LanguageModelV4GenerateResult): boolean {
  return content.length === 0 && unified === 'other' && raw === undefined;
}

async function* stream(
  vendor: Vendor,
  dialect: BridgeDialect,
  call: ChatCall,
  abortSignal: AbortSignal,
): AsyncGenerator<ChatChunk, void, undefined> {
  const options = callOptions(vendor, dialect, call);
  const reader = new ChunkReader(vendor, dialect, call.model);
  const ending = new StreamEnding();
  try {
    const fetch = withMembers(fetchStreamFrom(vendor, ending), ownMembers(call.request, dialect.ownMembers));
    const model = await dialect.model(call, fetch);
    const { stream: parts } = await model.doStream({ ...options, abortSignal, includeRawChunks: true });
    for await (const part of parts) {
      if (part.type === 'raw' && dialect.hasSaidAll?.(part.rawValue) === true) ending.comesSoon();
      yield* reader.read(part);
    }
    reader.end();
  } catch (error) {
    throw toProviderError(vendor, error);
  } finally {
    ending.dispose();
  }
}
