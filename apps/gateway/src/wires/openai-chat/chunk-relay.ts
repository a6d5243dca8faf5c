import { ProviderError, type ChatChunk } from '@showrunner/providers';
import { noFacts } from '../../exchange/answer/answer-facts.ts';
import type { ChunkRelay } from '../../exchange/answer/stream-relay.ts';
import type { Mapping } from '../../json/mapping.ts';
import { cutOff } from '../../failure/connection-failure.ts';
import type { ChatView } from '../chat-wire.ts';
import { boundedId } from '../vendor-id.ts';
import { answersSomething } from './chunk-content.ts';
import { estimatedUsageChunk, shownCost } from './shown-usage.ts';

/** Writes chunks of a vendor whose wire is not OpenAI's, and those of embedded models, as OpenAI's events. */
export class ChatChunkRelay implements ChunkRelay<ChatChunk> {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly close: (() => Promise<string>) | undefined;
  readonly #view: ChatView;
  #head: Mapping | undefined;

  constructor(view: ChatView) {
    this.#view = view;
    if (view.showsUsage) this.close = async () => estimatedUsageChunk(this.facts, view, this.#head);
  }

  relay(chunk: ChatChunk): string {
    const hasChoices = chunk.choices.length > 0;
    this.facts.model ??= chunk.model;
    this.facts.id ??= boundedId(chunk.id);
    this.#head ??= { id: chunk.id, created: chunk.created };
    if (chunk.usage) this.facts.usage = chunk.usage;
    if (hasChoices) {
      this.facts.roughTokens++;
      this.hasContent ||= answersSomething(chunk.choices);
    }
    const { showsUsage, model } = this.#view;
    if (!hasChoices && chunk.usage && !showsUsage) return '';
    const usage = showsUsage && chunk.usage ? { ...chunk.usage, ...shownCost(chunk.usage, this.#view) } : undefined;
    const shown = { ...chunk, model, usage };
    return `data: ${JSON.stringify(shown)}\n\n`;
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }
}
