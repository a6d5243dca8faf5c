import { ProviderError, type ChatChunk } from '@showrunner/providers';
import { noFacts } from '../../../exchange/answer/answer-facts.ts';
import type { ChunkRelay } from '../../../exchange/answer/stream-relay.ts';
import { cutOff } from '../../../failure/connection-failure.ts';
import { boundedId } from '../../vendor-id.ts';
import { streamEvent } from '../stream-event.ts';
import { CandidateParts } from './candidate-parts.ts';
import { usageMetadata } from './usage-metadata.ts';

/**
 * Writes the chunks of a chat completion as Gemini's stream: each event an answer in part. Why an answer ended and what
 * it used stands in the last one, which comes behind all chunks, as usage does.
 */
export class ContentEvents implements ChunkRelay<ChatChunk> {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #model: string;
  readonly #candidates = new Map<number, CandidateParts>();
  #id: string | undefined;

  /** @param model as the client named it */
  constructor(model: string) {
    this.#model = model;
  }

  relay(chunk: ChatChunk): string {
    this.#id ??= chunk.id;
    this.facts.model ??= chunk.model;
    this.facts.id ??= boundedId(chunk.id);
    if (chunk.usage) this.facts.usage = chunk.usage;
    try {
      return chunk.choices.map((choice) => this.#say(choice)).join('');
    } catch (error) {
      this.fail(error, 'gateway');
      return '';
    }
  }

  close(): Promise<string> {
    const { usage, roughTokens } = this.facts;
    const counted = usage ?? { prompt_tokens: 0, completion_tokens: roughTokens, total_tokens: roughTokens };
    const candidates = [...this.#candidates].map(([index, { finishReason }]) => ({
      content: { role: 'model', parts: [{ text: '' }] },
      finishReason,
      index,
    }));
    return Promise.resolve(this.#event({ candidates, usageMetadata: usageMetadata(counted) }));
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }

  #say({ index, delta, finish_reason: reason }: ChatChunk['choices'][number]): string {
    this.facts.roughTokens++;
    const candidate = this.#candidates.get(index) ?? new CandidateParts();
    this.#candidates.set(index, candidate);
    const parts = candidate.read(delta, reason);
    this.hasContent ||= parts.length > 0 || candidate.hasCalls || reason !== null;
    return parts.length === 0 ? '' : this.#event({ candidates: [{ content: { role: 'model', parts }, index }] });
  }

  #event(part: object): string {
    return streamEvent({ ...part, modelVersion: this.#model, responseId: this.#id });
  }
}
