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
    const places = placesOf(channels);
    const shown = shownTexts(channels, places);
    this.#seenCharacters = this.#characters;
    const seen = channels.map(({ text }) => text);
    const documents = held.map(({ document }) => document);
    const looked = await lookThrough({ shown, documents }, 'response', lookAt);
    for (const [index, channel] of channels.entries()) {
      const asItCame = seen[index] ?? '';
      const text = textOf(shown, looked.shown, asItCame, places[index]);
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
    if (!channel) this.#channels.set(name, (channel = new Channel(isJson, familyOf(name))));
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

/** Parts of one message follow one another: they are shown side by side, so that what is split between them is found. */
interface ShownMessage {
  readonly content: ({ readonly text: string } | ShownArguments)[];
}

/** Arguments of a tool, for their texts to be seen as what they are. */
interface ShownArguments {
  readonly type: 'tool_use';
  readonly input: unknown;
}

interface Place {
  readonly message: number;
  readonly part: number;
}

function placesOf(channels: readonly Channel[]): Place[] {
  const sizes = new Map<string, number>();
  const messages = new Map<string, number>();
  return channels.map(({ family }) => {
    if (!messages.has(family)) messages.set(family, messages.size);
    const part = sizes.get(family) ?? 0;
    sizes.set(family, part + 1);
    return { message: messages.get(family) ?? 0, part };
  });
}

function shownTexts(channels: readonly Channel[], places: readonly Place[]): ShownMessage[] {
  const shown: ShownMessage[] = [];
  for (const [index, { text, isJson }] of channels.entries()) {
    const message = (shown[places[index]?.message ?? 0] ??= { content: [] });
    message.content.push((isJson ? argumentsOf(text) : undefined) ?? { text });
  }
  return shown;
}

/** Nothing where they are no JSON: then they are shown as they stand. */
function argumentsOf(text: string): ShownArguments | undefined {
  try {
    return { type: 'tool_use', input: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function textOf(
  shown: readonly ShownMessage[],
  looked: readonly ShownMessage[],
  asItCame: string,
  { message, part }: Place = { message: 0, part: 0 },
): string {
  const [before, after] = [shown[message]?.content[part], looked[message]?.content[part]];
  if (after === undefined || after === before) return asItCame;
  return 'text' in after ? after.text : JSON.stringify(after.input);
}

/** By what parts of one message are alike: all but their own number. */
function familyOf(name: string): string {
  const [type, , output, , summary, ...path] = JSON.parse(name) as unknown[];
  return JSON.stringify([type, output, summary, path]);
}
