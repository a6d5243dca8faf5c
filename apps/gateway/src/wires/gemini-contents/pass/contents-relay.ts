import { asObject, isJsonObject, parseJson } from '@showrunner/providers';
import { boundedId } from '../../vendor-id.ts';
import { EventRelay } from '../../event-relay.ts';
import { answerIn, type ReadAnswer } from './read-answer.ts';

/** Passes Gemini's own stream on as the bytes that came. Each event is an answer in part. */
export class ContentsRelay extends EventRelay {
  /** Which candidates have begun, and whether each has ended. */
  readonly #candidates = new Map<number, boolean>();
  #isRefused = false;

  protected get mayEnd(): boolean {
    return this.#isRefused || (this.#candidates.size > 0 && this.#candidates.values().every(Boolean));
  }

  protected relayEvent(): string {
    const { text, start, end, data, dataText, dataStart, dataEnd } = this.events;
    const part = parseJson(data);
    // The cut may have gone through the last event.
    if (part === undefined && this.isCut) return '';
    const read = isJsonObject(part) && !asObject(part.error) ? answerIn(part) : undefined;
    if (!read) {
      if (this.bareWord === undefined) this.fail(dataText.slice(dataStart, dataEnd));
      return '';
    }
    this.#take(read);
    return text.slice(start, end);
  }

  #take({ id, usage, hasContent, isRefused, candidates }: ReadAnswer): void {
    this.facts.id ??= boundedId(id);
    this.facts.roughTokens++;
    // Counts grow, and the last ones are those of the whole answer.
    if (usage) this.facts.usage = usage;
    this.hasContent ||= hasContent;
    this.#isRefused ||= isRefused;
    for (const { index, hasEnded } of candidates)
      this.#candidates.set(index, hasEnded || this.#candidates.get(index) === true);
  }
}
