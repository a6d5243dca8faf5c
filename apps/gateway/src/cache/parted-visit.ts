import type { PlainAnswer } from '../exchange/answer/answer.ts';
import type { AnswerParts, PartAnswer } from '../exchange/answer/answer-parts.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { CachedAnswer } from './cached-answer.ts';
import type { Rest } from './visit.ts';

/** The media type of an entry that holds no answer, but under which keys the parts of one lie. */
const PARTS = 'application/vnd.showrunner.parts';

/** Where the parts of an answer lie, so that they can be forgotten by the key of the whole. */
export function encodePartKeys(keys: readonly string[]): CachedAnswer {
  const facts = { usage: undefined, roughTokens: 0, model: undefined };
  return { body: Buffer.from(keys.join('\n')), contentType: PARTS, facts, deploymentId: '', storedAt: Date.now() };
}

/** Those keys; nothing of an entry that is an answer itself. */
export function partKeysIn({ body, contentType }: CachedAnswer): readonly string[] | undefined {
  return contentType === PARTS ? body.toString('utf8').split('\n') : undefined;
}

/** A question in parts, of which some may be answered already. */
export class PartedQuestion {
  readonly #exchange: Exchange;
  readonly #parts: AnswerParts;
  /** In the parts' order. */
  readonly #found: readonly (CachedAnswer | undefined)[];
  /** Places of those that were not found. */
  readonly #missing: readonly number[];
  /** What the vendor gave for them. */
  #fresh: readonly PartAnswer[] | undefined;

  constructor(exchange: Exchange, parts: AnswerParts, found: readonly (CachedAnswer | undefined)[]) {
    this.#exchange = exchange;
    this.#parts = parts;
    this.#found = found;
    this.#missing = [...found.keys()].filter((place) => !found[place]);
  }

  /** The whole answer, where each part is there. */
  get hit(): CachedAnswer | undefined {
    if (this.#missing.length > 0) return undefined;
    const { text, encoding, facts } = this.#join(this.#found.map((one) => one && partOf(one)));
    const storedAt = Math.min(...this.#found.map((one) => one?.storedAt ?? 0));
    const deploymentId = this.#found[0]?.deploymentId ?? '';
    return { body: Buffer.from(text, encoding), facts, deploymentId, storedAt };
  }

  /** What is left to ask for; nothing where that is the whole question. */
  rest(): Rest | undefined {
    const asked = this.#exchange.request;
    if (this.#missing.length === this.#found.length) return undefined;
    return {
      request: this.#parts.together(asked, this.#missing),
      complete: (answer) => {
        this.#fresh = this.#parts.split(answer, asked, this.#missing.length);
        if (!this.#fresh) return undefined;
        const all = this.#found.map((one) => one && partOf(one));
        for (const [turn, place] of this.#missing.entries()) all[place] = this.#fresh[turn];
        return this.#join(all);
      },
    };
  }

  /** What may be kept of the answer, by the places of its parts; nothing where it is another model's. */
  kept(answer: CachedAnswer): readonly (readonly [place: number, part: CachedAnswer])[] {
    const { deploymentId, storedAt, facts } = answer;
    const whole: PlainAnswer = { kind: 'plain', text: answer.body.toString('latin1'), encoding: 'latin1', facts };
    const fresh = this.#fresh ?? this.#parts.split(whole, this.#exchange.request, this.#found.length);
    // The rest did not fit, and the whole was asked for in its place.
    const places = fresh?.length === this.#missing.length ? this.#missing : [...this.#found.keys()];
    return (fresh ?? []).flatMap((part, turn) => {
      const place = places[turn];
      if (place === undefined) return [];
      const known = { usage: part.usage, roughTokens: 0, model: facts.model };
      return [[place, { body: Buffer.from(part.text), facts: known, deploymentId, storedAt }] as const];
    });
  }

  #join(parts: readonly (PartAnswer | undefined)[]): PlainAnswer {
    const there = parts.filter((part) => part !== undefined);
    return this.#parts.join(there, this.#exchange.request, this.#exchange.wire);
  }
}

function partOf({ body, facts }: CachedAnswer): PartAnswer {
  return { text: body.toString('utf8'), usage: facts.usage };
}
