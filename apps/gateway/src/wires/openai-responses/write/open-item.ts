import type { ResponseItem, ThinkingBlock } from '@showrunner/providers';
import { itemId, type ItemStatus } from '../items.ts';
import type { EventLog } from './event-log.ts';
import { messageItem, reasoningItem, refusalPart, summaryPart, textPart } from './output-items.ts';

/** An item of a streamed response that is still being written. */
export interface OpenItem {
  /** Closes its parts and itself; its events are the return. */
  close(status: ItemStatus): string;
  /** As it is, or was when it closed. */
  item(status: ItemStatus): ResponseItem;
}

/** Where an item stands, for its events. */
export interface ItemPlace {
  readonly log: EventLog;
  readonly outputIndex: number;
}

/** What all items of a stream have. */
export abstract class ItemWriter implements OpenItem {
  protected readonly id: string;
  readonly #log: EventLog;
  readonly #outputIndex: number;
  #isClosed = false;

  constructor(id: string, { log, outputIndex }: ItemPlace) {
    this.id = id;
    this.#log = log;
    this.#outputIndex = outputIndex;
  }

  abstract item(status: ItemStatus): ResponseItem;
  protected abstract closeParts(): string;

  close(status: ItemStatus): string {
    if (this.#isClosed) return '';
    this.#isClosed = true;
    return this.closeParts() + this.#itemEvent('response.output_item.done', status);
  }

  protected added(): string {
    return this.#itemEvent('response.output_item.added', 'in_progress');
  }

  protected event(type: string, members: object): string {
    return this.#log.event(type, { item_id: this.id, output_index: this.#outputIndex, ...members });
  }

  #itemEvent(type: string, status: ItemStatus): string {
    return this.#log.event(type, { output_index: this.#outputIndex, item: this.item(status) });
  }
}

/** What a model says: parts of text and of refusal, one open at a time. */
export class OpenMessage extends ItemWriter {
  readonly #parts: { readonly kind: 'text' | 'refusal'; text: string; readonly logprobs: unknown[] }[] = [];
  #isPartOpen = false;

  constructor(place: ItemPlace) {
    super(itemId('message'), place);
  }

  write(kind: 'text' | 'refusal', delta: string, logprobs: readonly unknown[] = []): string {
    let out = this.#parts.length === 0 ? this.added() : '';
    let part = this.#parts.at(-1);
    if (!part || part.kind !== kind) {
      out += this.closeParts();
      part = { kind, text: '', logprobs: [] };
      this.#parts.push(part);
      this.#isPartOpen = true;
      out += this.#partEvent('response.content_part.added', { part: partOf(part) });
    }
    part.text += delta;
    part.logprobs.push(...logprobs);
    return (
      out +
      (kind === 'text'
        ? this.#partEvent('response.output_text.delta', { delta, logprobs })
        : this.#partEvent('response.refusal.delta', { delta }))
    );
  }

  item(status: ItemStatus): ResponseItem {
    return messageItem(this.id, this.#parts.map(partOf), status);
  }

  protected closeParts(): string {
    const part = this.#parts.at(-1);
    if (!part || !this.#isPartOpen) return '';
    this.#isPartOpen = false;
    const done =
      part.kind === 'text'
        ? this.#partEvent('response.output_text.done', { text: part.text, logprobs: part.logprobs })
        : this.#partEvent('response.refusal.done', { refusal: part.text });
    return done + this.#partEvent('response.content_part.done', { part: partOf(part) });
  }

  #partEvent(type: string, members: object): string {
    return this.event(type, { content_index: this.#parts.length - 1, ...members });
  }
}

function partOf({ kind, text, logprobs }: { kind: 'text' | 'refusal'; text: string; logprobs: unknown[] }): object {
  return kind === 'text' ? textPart(text, [...logprobs]) : refusalPart(text);
}

/** What a model thinks, as far as the vendor shows it. */
export class OpenReasoning extends ItemWriter {
  #summary = '';
  readonly #blocks: ThinkingBlock[] = [];

  constructor(place: ItemPlace) {
    super(itemId('reasoning'), place);
  }

  open(): string {
    return this.added();
  }

  write(delta: string): string {
    const isFirst = this.#summary === '';
    this.#summary += delta;
    const added = isFirst ? this.#summaryEvent('response.reasoning_summary_part.added', { part: summaryPart('') }) : '';
    return added + this.#summaryEvent('response.reasoning_summary_text.delta', { delta });
  }

  /** With the vendor's signatures; they come with the closed item. */
  sign(blocks: readonly ThinkingBlock[]): void {
    this.#blocks.push(...blocks);
  }

  item(): ResponseItem {
    return reasoningItem(this.id, this.#summary, this.#blocks);
  }

  protected closeParts(): string {
    if (this.#summary === '') return '';
    return (
      this.#summaryEvent('response.reasoning_summary_text.done', { text: this.#summary }) +
      this.#summaryEvent('response.reasoning_summary_part.done', { part: summaryPart(this.#summary) })
    );
  }

  #summaryEvent(type: string, members: object): string {
    return this.event(type, { summary_index: 0, ...members });
  }
}
