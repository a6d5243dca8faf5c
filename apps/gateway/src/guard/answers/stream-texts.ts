import { EventStreamReader } from '@showrunner/providers';
import { Blocked } from '../blocked.ts';
import { isMapping, type Mapping } from '../../json/mapping.ts';
import { withText } from '../texts/with-text.ts';
import { lookThrough, type LookAt } from '../look-through.ts';
import { Channel } from './channel.ts';
import { withoutLogprobs } from './without-logprobs.ts';
import { readStreamEvent, writeStreamEvent, type StreamEvent } from './stream-event.ts';

/** An event that waits to be said. */
interface HeldEvent {
  readonly event: StreamEvent;
  /** Where each of its pieces ends in its channel. */
  readonly ends: readonly number[];
  /** Its texts that stand whole have been seen. */
  isSeen: boolean;
  document: Mapping | undefined;
}

/** The events of a stream in their order, held back until what is said in them may be said. */
export class StreamTexts {
  readonly #reader = new EventStreamReader();
  readonly #channels = new Map<string, Channel>();
  #held: HeldEvent[] = [];
  #heldBytes = 0;
  #seenCharacters = 0;
  #characters = 0;

  /** How much is held back. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** How many characters have come that nobody has seen. */
  get unseenCharacters(): number {
    return this.#characters - this.#seenCharacters;
  }

  get characters(): number {
    return this.#characters;
  }

  /** Whether there is an event whose texts stand whole in it, and nobody has seen. */
  get hasUnseenWhole(): boolean {
    return this.#held.some(({ isSeen }) => !isSeen);
  }

  push(bytes: Buffer): void {
    this.#reader.push(bytes);
    this.#takeEvents();
  }

  finish(): void {
    this.#reader.finish();
    this.#takeEvents();
  }

  /**
   * Shows guards all texts as far as they have come. Rejects where one may not be said.
   *
   * @param holdBack how many characters of each text wait for more; none where it is whole
   */
  async look(lookAt: LookAt, holdBack: number): Promise<void> {
    const isWhole = holdBack === 0;
    const held = this.#held.filter(({ isSeen }) => !isSeen);
    const channels = [...this.#channels.values()].filter(({ isJson }) => isWhole || !isJson);
    // What comes while guards look is for the next time.
    const shown = channels.map(({ text, isJson }) => (isJson ? argumentsOf(text) : text));
    this.#seenCharacters = this.#characters;
    const seen = channels.map(({ text }) => text);
    const documents = held.map(({ document }) => document);
    const looked = await lookThrough({ shown, documents }, 'response', lookAt);
    for (const [index, channel] of channels.entries()) {
      const asItCame = seen[index] ?? '';
      const text = textOf(shown[index], looked.shown[index], asItCame);
      if (!channel.clear(text, asItCame, holdBack)) throw new Blocked('A guardrail changed what had been said already');
    }
    for (const [index, one] of held.entries()) {
      one.document = looked.documents[index];
      one.isSeen = true;
    }
  }

  /** The events that may be said now, as latin1, and whether there is any text among them. */
  take(): { readonly text: string; readonly hasText: boolean } {
    let text = '';
    let hasText = false;
    let taken = 0;
    for (const held of this.#held) {
      if (!this.#isFree(held)) break;
      text += this.#said(held);
      hasText ||= held.event.pieces.length + held.event.wholes.length > 0;
      this.#heldBytes -= held.event.raw.length;
      taken++;
    }
    this.#held = this.#held.slice(taken);
    return { text, hasText };
  }

  /** All events as they came, as latin1, but for the output of a response in them. */
  dropOutput(): string {
    const held = this.#held.splice(0);
    return held
      .map(({ event }) => {
        const { response } = event.document ?? {};
        const isWhole = isMapping(response) && response.output !== undefined;
        return isWhole
          ? writeStreamEvent(event, { ...event.document, response: { ...response, output: [] } })
          : event.raw;
      })
      .join('');
  }

  #takeEvents(): void {
    while (this.#reader.next()) {
      const { text, start, end, data } = this.#reader;
      const event = readStreamEvent(text.slice(start, end), data);
      const ends = event.pieces.map(({ channel, isJson, text: piece }) => this.#channel(channel, isJson).add(piece));
      for (const piece of event.pieces) this.#characters += piece.text.length;
      this.#held.push({ event, ends, isSeen: event.wholes.length === 0, document: event.document });
      this.#heldBytes += event.raw.length;
    }
  }

  #channel(name: string, isJson: boolean): Channel {
    let channel = this.#channels.get(name);
    if (!channel) this.#channels.set(name, (channel = new Channel(isJson)));
    return channel;
  }

  #isFree({ event, ends, isSeen }: HeldEvent): boolean {
    if (!isSeen) return false;
    return event.pieces.every(
      ({ channel, isJson }, index) => (ends[index] ?? 0) <= this.#channel(channel, isJson).clearedTo,
    );
  }

  #said({ event, ends, document }: HeldEvent): string {
    let said: unknown = document;
    for (const [index, { channel, isJson, path }] of event.pieces.entries()) {
      const text = this.#channel(channel, isJson).say(ends[index] ?? 0);
      if (text !== undefined) said = withText(said, path, text);
    }
    return said === event.document || !isMapping(said) ? event.raw : writeStreamEvent(event, withoutLogprobs(said));
  }
}

/** Arguments of a tool, for their texts to be seen as what they are; as they stand where they are no JSON. */
function argumentsOf(text: string): unknown {
  try {
    return { type: 'tool_use', input: JSON.parse(text) as unknown };
  } catch {
    return text;
  }
}

function textOf(shown: unknown, looked: unknown, asItCame: string): string {
  if (typeof looked === 'string') return looked;
  return looked === shown || !isMapping(looked) ? asItCame : JSON.stringify(looked.input);
}
