import type { HttpProviderAdapter, ProviderError } from '@showrunner/providers';
import { noFacts } from '../../exchange/answer.ts';
import { readUsage } from '../../exchange/read-usage.ts';
import type { ByteRelay } from '../../exchange/stream-relay.ts';
import { cutOff } from '../../failure/connection-failure.ts';
import { asAsciiJson, cutSpan, replaceValue } from '../../json/splice.ts';
import { findTopLevelMembers, type TopLevelMembers } from '../../json/top-level-members.ts';
import type { ChatView } from '../chat-wire.ts';
import { answersSomething } from './chunk-content.ts';

/** One event may not be larger: tool calls and images come whole at times, but not beyond this. */
const MOST_PENDING_CHARACTERS = 16 * 1024 * 1024;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const EMPTY_LIST_LENGTH = 2;
const FINISH_REASON = /"finish_reason"\s*:\s*"/;

/**
 * Passes OpenAI's own stream on as the bytes that came, but for the model's name and the usage that the gateway asked
 * for. Bytes are handled as latin1 text, one character a byte, because cutting and joining text is cheap and what is
 * looked for is ASCII; so a slice in the middle of a letter does no harm.
 */
export class OpenAiRelay implements ByteRelay {
  readonly encoding = 'latin1';
  hasContent = false;
  readonly facts = noFacts();
  failure: ProviderError | undefined;
  readonly #vendor: HttpProviderAdapter;
  readonly #model: string;
  readonly #showsUsage: boolean;
  /** The last event, as far as it has come. */
  #pending = '';
  #isDone = false;
  #isFinished = false;

  constructor(vendor: HttpProviderAdapter, { model, showsUsage }: ChatView) {
    this.#vendor = vendor;
    this.#model = asAsciiJson(model);
    this.#showsUsage = showsUsage;
  }

  push(bytes: Buffer): string {
    if (this.failure || this.#isDone) return '';
    const text = this.#pending + bytes.toString('latin1');
    let out = '';
    let lineStart = 0;
    for (;;) {
      const lineEnd = text.indexOf('\n', lineStart);
      if (lineEnd === -1) break;
      out += this.#readLine(text, lineStart, text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd);
      lineStart = lineEnd + 1;
      if (this.failure || this.#isDone) return out;
    }
    this.#pending = lineStart === text.length ? '' : text.slice(lineStart);
    if (this.#pending.length > MOST_PENDING_CHARACTERS) this.failure = this.#malformed(this.#pending.slice(0, 200));
    return out;
  }

  end(): string {
    // A last line may lack its line feed.
    const out = this.#pending === '' ? '' : this.push(Buffer.of(LINE_FEED));
    if (!this.#isDone && !this.#isFinished) this.failure ??= cutOff(this.#vendor.name);
    return out;
  }

  /** Only `data:` lines count: this wire has no event names, and each event's JSON stands in one line. */
  #readLine(text: string, from: number, to: number): string {
    if (from === to) return '';
    if (!text.startsWith('data:', from)) {
      // A body that is no event stream at all (a web page, plain JSON) never holds a field of one.
      if (!/^(:|event:|id:|retry:)/.test(text.slice(from, from + 6))) this.failure = this.#malformed(text.slice(from));
      return '';
    }
    const start = text.charCodeAt(from + 5) === 0x20 ? from + 6 : from + 5;
    if (text.startsWith('[DONE]', start)) {
      this.#isDone = true;
      return '';
    }
    const members = findTopLevelMembers(text, start, to);
    if (!members || isPresent(text, members.error) || (!members.choices && !members.usage)) {
      this.failure = this.#malformed(text.slice(start, to));
      return '';
    }
    return this.#relayChunk(text, start, to, members);
  }

  #relayChunk(text: string, start: number, to: number, members: TopLevelMembers): string {
    const { choices, usage } = members;
    const hasUsage = isPresent(text, usage);
    if (usage && hasUsage) this.facts.usage = readUsage(JSON.parse(text.slice(usage.start, usage.end)));
    const hasChoices = choices !== undefined && choices.end - choices.start > EMPTY_LIST_LENGTH;
    if (choices && hasChoices) this.#readChoices(text.slice(choices.start, choices.end));
    if (!hasChoices && hasUsage && !this.#showsUsage) return '';
    return `data: ${this.#spliced(text, start, to, members)}\n\n`;
  }

  #readChoices(choices: string): void {
    this.facts.roughTokens++;
    this.#isFinished ||= FINISH_REASON.test(choices);
    this.hasContent ||= this.#isFinished || answersSomething(JSON.parse(choices));
  }

  #spliced(text: string, start: number, to: number, { model, usage }: TopLevelMembers): string {
    const hidden = usage && !this.#showsUsage ? cutSpan(text, usage) : undefined;
    if (!hidden) return model ? replaceValue(text, start, to, model, this.#model) : text.slice(start, to);
    if (!model) return text.slice(start, hidden.start) + text.slice(hidden.end, to);
    return model.start < hidden.start
      ? replaceValue(text, start, hidden.start, model, this.#model) + text.slice(hidden.end, to)
      : text.slice(start, hidden.start) + replaceValue(text, hidden.end, to, model, this.#model);
  }

  /** Reads an event that is an error, or no chunk at all. */
  #malformed(payload: string): ProviderError {
    return this.#vendor.decodeError(200, {}, Buffer.from(payload, 'latin1'));
  }
}

function isPresent(text: string, span: { start: number; end: number } | undefined): boolean {
  return span !== undefined && !text.startsWith('null', span.start);
}
