import { isJsonObject, parseJson } from '@showrunner/providers';

/** The one member of the function that stands for a tool which takes a text. */
export const INPUT_MEMBER = 'input';

/** Up to the text's first character. */
const BEGINNING = /^\s*\{\s*"input"\s*:\s*"/;
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Reads the text out of `{"input": "…"}` while that is still being written. Any slicing gives the same text. */
export class InputTextReader {
  #all = '';
  /** The place in `#all` up to which the text is read; nothing before its first character. */
  #at: number | undefined;
  #isEnded = false;
  #text = '';

  /** What of the text is new. */
  push(piece: string): string {
    this.#all += piece;
    this.#at ??= BEGINNING.exec(this.#all)?.[0].length;
    const before = this.#text.length;
    while (this.#step());
    return this.#text.slice(before);
  }

  /** The whole text. What is no such object is the text itself: models write what a tool takes without its wrapping, too. */
  end(): string {
    const read = parseJson(this.#all);
    if (!isJsonObject(read)) return this.#at === undefined ? this.#all : this.#text;
    const members = Object.values(read);
    // Servers write what has no arguments as an empty object.
    if (members.length === 0) return '';
    const text = read[INPUT_MEMBER] ?? (members.length === 1 ? members[0] : undefined);
    return typeof text === 'string' ? text : this.#all;
  }

  /** Reads one character, or one escape, of the text; false where more has to come first. */
  #step(): boolean {
    if (this.#at === undefined || this.#isEnded || this.#at >= this.#all.length) return false;
    const one = this.#all.charAt(this.#at);
    if (one === '"') this.#isEnded = true;
    else if (one === '\\') return this.#escape(this.#at);
    else if (isFirstHalf(one) && this.#at + 1 === this.#all.length) return false;
    else this.#take(one, 1);
    return !this.#isEnded;
  }

  #escape(at: number): boolean {
    const kind = this.#all.charAt(at + 1);
    if (kind === '') return false;
    if (kind !== 'u') return this.#take(ESCAPED[kind] ?? kind, 2);
    if (this.#all.length < at + 6) return false;
    const one = this.#unit(at);
    // Two halves of one character go out together.
    if (!isFirstHalf(one)) return this.#take(one, 6);
    if (this.#all.length < at + 12 && '\\u'.startsWith(this.#all.slice(at + 6, at + 8))) return false;
    return this.#all.startsWith('\\u', at + 6) ? this.#take(one + this.#unit(at + 6), 12) : this.#take(one, 6);
  }

  #unit(at: number): string {
    return String.fromCharCode(Number.parseInt(this.#all.slice(at + 2, at + 6), 16));
  }

  #take(text: string, length: number): boolean {
    this.#text += text;
    this.#at = (this.#at ?? 0) + length;
    return true;
  }
}

/** The text that a function was called with. */
export function inputText(callArguments: string): string {
  const reader = new InputTextReader();
  reader.push(callArguments);
  return reader.end();
}

function isFirstHalf(unit: string): boolean {
  return unit >= '\uD800' && unit <= '\uDBFF';
}
