import { ProviderError, type ChatChunk, type StreamDecoder } from '@showrunner/providers';
import { cutOff } from '../../failure/connection-failure.ts';
import { answersSomething, noFacts, type ByteRelay, type ChatRelay, type RelayOptions } from './chat-relay.ts';

/** Writes chunks of a vendor whose wire is not OpenAI's, and those of embedded models, as OpenAI's events. */
export class ChunkRelay implements ChatRelay {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #options: RelayOptions;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  relay(chunk: ChatChunk): string {
    const hasChoices = chunk.choices.length > 0;
    this.facts.model ??= chunk.model;
    if (chunk.usage) this.facts.usage = chunk.usage;
    if (hasChoices) {
      this.facts.roughTokens++;
      this.hasContent ||= answersSomething(chunk.choices);
    }
    const { showUsage, model } = this.#options;
    if (!hasChoices && chunk.usage && !showUsage) return '';
    const shown = showUsage ? { ...chunk, model } : { ...chunk, model, usage: undefined };
    return `data: ${JSON.stringify(shown)}\n\n`;
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }
}

/** As `ChunkRelay`, fed with a vendor's bytes through its decoder. */
export class TranslatedRelay extends ChunkRelay implements ByteRelay {
  readonly #decoder: StreamDecoder<ChatChunk>;
  readonly #provider: string;

  constructor(decoder: StreamDecoder<ChatChunk>, provider: string, options: RelayOptions) {
    super(options);
    this.#decoder = decoder;
    this.#provider = provider;
  }

  push(bytes: Buffer): string {
    return this.#relayAll(() => this.#decoder.push(bytes));
  }

  end(): string {
    return this.#relayAll(() => this.#decoder.end());
  }

  #relayAll(read: () => ChatChunk[]): string {
    if (this.failure) return '';
    try {
      return read()
        .map((chunk) => this.relay(chunk))
        .join('');
    } catch (error) {
      this.fail(error, this.#provider);
      return '';
    }
  }
}
