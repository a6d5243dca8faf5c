import { isSignOfLife, readAnyUsage, type HttpProviderAdapter } from '@showrunner/providers';
import { JSON_CODE } from '../../json/json-text.ts';
import { EventRelay } from '../event-relay.ts';
import { tierAt, vendorIdAt } from '../vendor-id.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import { asAsciiJson, cutSpan } from '../../json/splice.ts';
import { answerMembers, type AnswerMembers } from '../../json/answer-members.ts';
import type { Span } from '../../json/member-finder.ts';
import type { ChatView } from '../chat-wire.ts';
import { answersSomething } from './chunk-content.ts';
import { ChoicesSeen } from './choices-seen.ts';
import { ChunkHead } from './chunk-head.ts';
import { hasOtherReasoning, inOpenAiWords } from './openai-words.ts';
import { estimatedUsageChunk, shownCost } from './shown-usage.ts';

const EMPTY_LIST_LENGTH = 2;
// What makes the choices of a chunk worth parsing. Two patterns, because one with both begins with no literal to look for.
const FINISH_REASON = /"finish_reason"\s*:\s*"[^"]/;
const FURTHER_PLACE = /"index"\s*:\s*[1-9]/;
const NOTHING = '[]';
const NO_CHOICE = '[null]';

/**
 * Passes OpenAI's own stream on as the bytes that came, but for the model's name and the usage that the gateway asked
 * for.
 */
export class OpenAiRelay extends EventRelay {
  readonly #model: string;
  readonly #view: ChatView;
  #mayReason = true;
  readonly #choices = new ChoicesSeen();
  readonly #head = new ChunkHead();
  readonly close: (() => Promise<string>) | undefined;

  constructor(vendor: HttpProviderAdapter, view: ChatView) {
    super(vendor);
    this.#model = asAsciiJson(view.model);
    this.#view = view;
    // The usual stream ends without a wait.
    if (view.showsUsage) this.close = async () => estimatedUsageChunk(this.facts, view, this.#head.members);
  }

  get #showsUsage(): boolean {
    return this.#view.showsUsage;
  }

  protected get mayEnd(): boolean {
    return this.#choices.areFinished;
  }

  protected relayEvent(): string {
    const { dataText: text, dataStart: start, dataEnd: to } = this.events;
    if (text.startsWith('[DONE]', start)) {
      this.isDone = true;
      return '';
    }
    const headEnd = this.#isOneLine ? this.#head.endIn(text, start, to) : -1;
    const members =
      headEnd === -1 ? answerMembers.find(text, start, to) : answerMembers.findFrom(text, headEnd + 1, to);
    // The cut may have gone through the last event.
    if (!members && this.isCut) return '';
    if (!members || isPresent(text, members.error) || !isChunk(text, members)) {
      this.#readOther(text.slice(start, to));
      return '';
    }
    if (headEnd === -1) {
      this.facts.id ??= vendorIdAt(text, members.id);
      this.facts.serviceTier ??= tierAt(text, members.service_tier);
      if (this.#isOneLine) this.#learnHead(text, start, members);
    }
    return this.#relayChunk(text, headEnd, members);
  }

  /** What is no chunk with choices or usage: the end with blanks before it, a sign of life, or an error. */
  #readOther(data: string): void {
    const word = this.bareWord;
    this.isDone = word === 'done';
    if (word === undefined && !isSignOfLife(parseMapping(data))) this.fail(data);
  }

  /** Data of several lines is joined in a text of its own. */
  get #isOneLine(): boolean {
    return this.events.dataText === this.events.text;
  }

  #relayChunk(text: string, headEnd: number, members: AnswerMembers): string {
    const { dataStart: start, dataEnd: to } = this.events;
    const { choices, usage } = members;
    const hasUsage = isPresent(text, usage);
    const hasChoices = isPresent(text, choices) && choices.end - choices.start > EMPTY_LIST_LENGTH;
    if (hasUsage) this.facts.usage = readAnyUsage(JSON.parse(text.slice(usage.start, usage.end)));
    const changed = hasChoices ? this.#readChoices(text.slice(choices.start, choices.end)) : undefined;
    if (changed === NOTHING && !hasUsage) return '';
    if (!hasChoices && hasUsage && !this.#showsUsage) return '';
    // Clients look into the list of choices without asking whether there is one.
    if (changed !== undefined || !isPresent(text, choices) || (hasUsage && this.#showsUsage))
      return this.#rewritten(text.slice(start, to), changed);
    if (headEnd !== -1) return `${this.#head.shown}${this.#spliced(text, headEnd, to, members)}\n\n`;
    const data = this.#spliced(text, start, to, members);
    // JSON of several lines means the same in one.
    return `data: ${this.#isOneLine ? data : data.replaceAll('\n', ' ')}\n\n`;
  }

  /** Gives them in OpenAI's words where the vendor has others. */
  #readChoices(choices: string): string | undefined {
    if (choices === NO_CHOICE) return NOTHING;
    this.facts.roughTokens++;
    const reasons = this.#mayReason && hasOtherReasoning(choices);
    const ends = FINISH_REASON.test(choices);
    // Models reason before they answer.
    if (this.hasContent && !reasons) this.#mayReason = false;
    if (this.hasContent && !ends && !reasons && !FURTHER_PLACE.test(choices)) return undefined;
    const read = JSON.parse(choices) as unknown[];
    this.#choices.read(read);
    this.hasContent ||= answersSomething(read);
    const whole = choices.includes('null') ? withDeltas(read, choices) : choices;
    const said = reasons || ends ? inOpenAiWords(whole) : whole;
    return said === choices ? undefined : said;
  }

  /** A chunk that is not as the caller is to see it; with what it cost beside what was used, for no header of a stream can tell it. */
  #rewritten(payload: string, choices?: string): string {
    const { usage, ...chunk } = JSON.parse(payload) as Mapping;
    const text = JSON.stringify({
      ...chunk,
      choices: choices === undefined ? (chunk.choices ?? []) : JSON.parse(choices),
      ...(this.#showsUsage && isMapping(usage) && { usage: { ...usage, ...shownCost(this.facts.usage, this.#view) } }),
      model: undefined,
    });
    return `data: ${text.slice(0, -1)},"model":${this.#model}}\n\n`;
  }

  #spliced(text: string, start: number, to: number, { model, usage }: AnswerMembers): string {
    const hidden = usage && !this.#showsUsage ? cutSpan(text, usage) : undefined;
    if (!hidden) return model ? this.#renamed(text, start, to, model) : text.slice(start, to);
    if (!model) return text.slice(start, hidden.start) + text.slice(hidden.end, to);
    return model.start < hidden.start
      ? this.#renamed(text, start, hidden.start, model) + text.slice(hidden.end, to)
      : text.slice(start, hidden.start) + this.#renamed(text, hidden.end, to, model);
  }

  /** The text from `from` to `to`, in which the model has the name that its caller knows. */
  #renamed(text: string, from: number, to: number, model: Span): string {
    return text.slice(from, model.start) + this.#model + text.slice(model.end, to);
  }

  #learnHead(text: string, start: number, { choices, model, usage }: AnswerMembers): void {
    const end = choices ? choices.nameStart - 1 : start;
    if (text.charCodeAt(end) !== JSON_CODE.comma || (usage && usage.start < end)) return;
    const came = text.slice(start, end);
    this.#head.learn(came, `data: ${model && model.start < end ? this.#renamed(text, start, end, model) : came}`);
  }
}

/** Clients look into the delta of each choice without asking whether there is one. */
function withDeltas(choices: readonly unknown[], came: string): string {
  if (choices.every((choice) => isMapping(choice) && choice.delta !== null)) return came;
  const whole = choices.filter(isMapping).map((choice) => (choice.delta === null ? { ...choice, delta: {} } : choice));
  return asAsciiJson(whole);
}

function isChunk(text: string, { choices, usage }: AnswerMembers): boolean {
  return choices
    ? text.charCodeAt(choices.start) === JSON_CODE.openBracket || !isPresent(text, choices)
    : usage !== undefined;
}

function isPresent(text: string, span: Span | undefined): span is Span {
  return span !== undefined && text.charCodeAt(span.start) !== JSON_CODE.firstOfNull;
}
