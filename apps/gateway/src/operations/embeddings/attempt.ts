import { operationOf, type EmbeddingsRequest } from '@showrunner/providers';
import type { Answer } from '../../exchange/answer/answer.ts';
import type { Attempt } from '../../exchange/attempt.ts';
import type { Transports } from '../../exchange/transports.ts';
import type { EmbeddingsWire } from '../../wires/embeddings-wire.ts';
import { callOf } from '../call-of.ts';
import { inCalls, joined, textsInCalls } from './several-calls.ts';
import { mockEmbeddings } from './mock.ts';

/** Calls one deployment once, in the way that it is reached. Rejects with a `ProviderError`. */
export async function attemptEmbeddings(
  attempt: Attempt,
  request: EmbeddingsRequest,
  wire: EmbeddingsWire,
  transports: Transports,
): Promise<Answer> {
  const { adapter, mockResponse } = attempt.deployment;
  const view = { model: attempt.shownModel, encoding: request.encoding_format ?? 'float' } as const;
  if (mockResponse !== undefined) return wire.write(mockEmbeddings(mockResponse, request), view);
  const call = callOf(attempt, request);
  if (adapter.transport === 'embedded') {
    const model = operationOf(adapter, 'embeddings');
    return wire.write(await transports.run(attempt, (signal) => model.embed(call, signal)), view);
  }
  const vendor = operationOf(adapter, 'embeddings');
  const parts = textsInCalls(request, vendor.textsAtOnce?.(attempt.deployment.vendorModel));
  if (parts.length > 1) {
    const lists = await inCalls(parts, async (texts) => {
      const part = callOf(attempt, { ...request, input: texts });
      return transports.collect(attempt, vendor.encode(part), adapter, ({ body }) => vendor.decode(body, part));
    });
    return wire.write(joined(lists), view);
  }
  const passes = vendor.wire === wire.vendorWire;
  return transports.collect(
    attempt,
    vendor.encode(call),
    adapter,
    ({ body }) => (passes ? wire.pass(body, view) : undefined) ?? wire.write(vendor.decode(body, call), view),
  );
}
