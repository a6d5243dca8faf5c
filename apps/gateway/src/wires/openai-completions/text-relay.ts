import { ProviderError, type ChatChunk, type TextChoice } from '@showrunner/providers';
import { noFacts } from '../../exchange/answer/answer-facts.ts';
import type { ChunkRelay } from '../../exchange/answer/stream-relay.ts';
import { cutOff } from '../../failure/connection-failure.ts';
import type { ChatView } from '../chat-wire.ts';
import { boundedId } from '../vendor-id.ts';
import { textFinishReason } from './text-finish-reason.ts';
import { textLogprobs } from './text-logprobs.ts';

type ChunkChoice = ChatChunk['choices'][number];

/** Writes the chunks of a chat as the events of a streamed text completion. */
export class TextRelay implements ChunkRelay<ChatChunk> {
  readonly encoding = 'utf8';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #view: ChatView;
  /** What is said before the answers. */
  readonly #echoed: string;
  /** How many characters each choice has by now, the echo among them. */
  readonly #lengths = new Map<number, number>();

  constructor(view: ChatView, echoed: string) {
    this.#view = view;
    this.#echoed = echoed;
  }

  relay({ id, created, model, choices, usage }: ChatChunk): string {
    this.facts.model ??= model;
    this.facts.id ??= boundedId(id);
    if (usage) this.facts.usage = usage;
    if (choices.length > 0) this.facts.roughTokens++;
    const said = choices.map((choice) => this.#textChoice(choice)).filter((choice) => choice !== undefined);
    const isUsage = usage && this.#view.showsUsage && choices.length === 0;
    if (said.length === 0 && !isUsage) return '';
    const head = { id, object: 'text_completion', created, model: this.#view.model, choices: said };
    return `data: ${JSON.stringify(isUsage ? { ...head, usage } : head)}\n\n`;
  }

  fail(reason: unknown, provider: string): void {
    this.failure ??= ProviderError.isInstance(reason) ? reason : cutOff(provider, reason);
  }

  /** Nothing where it says neither text nor end. */
  #textChoice(choice: ChunkChoice): TextChoice | undefined {
    const { index, delta, finish_reason: reason } = choice;
    const length = this.#lengths.get(index);
    const text = (length === undefined ? this.#echoed : '') + (delta.content ?? '');
    const reasoning = delta.reasoning_content;
    if (text === '' && reason === null && !reasoning) return undefined;
    this.#lengths.set(index, (length ?? 0) + text.length);
    this.hasContent ||= Boolean(delta.content) || reason !== null;
    const from = (length ?? 0) + text.length - (delta.content ?? '').length;
    return {
      text,
      index,
      logprobs: 'logprobs' in choice ? textLogprobs(choice.logprobs, from) : null,
      finish_reason: textFinishReason(reason),
      ...(reasoning && { reasoning_content: reasoning }),
    };
  }
}
