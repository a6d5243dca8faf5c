/** A part of a text that may be said. */
interface Run {
  /** Up to where in the text it stands for. */
  readonly to: number;
  readonly text: string;
  /** Nothing in it had to be changed: its pieces can be said as they came. */
  readonly isAsItCame: boolean;
  isSaid: boolean;
}

/** One text of a stream, as far as it has come and as far as it may be said. */
export class Channel {
  /** Whether it is JSON, which means nothing in part. */
  readonly isJson: boolean;
  /** What it has in common with other parts of its message. */
  readonly family: string;
  text = '';
  /** Where its pieces end. */
  readonly ends: number[] = [];
  /** What may be said of it so far, as guards left it. */
  #cleared = '';
  #clearedTo = 0;
  readonly #runs: Run[] = [];

  constructor(isJson: boolean, family: string) {
    this.isJson = isJson;
    this.family = family;
  }

  /** Where the piece ends. */
  add(piece: string): number {
    this.text += piece;
    this.ends.push(this.text.length);
    return this.text.length;
  }

  /** The text up to here may be said. */
  get clearedTo(): number {
    return this.#clearedTo;
  }

  /**
   * Guards have seen the text so far: what they left of it may be said, but for an end that may be the beginning of
   * something that is not whole yet. False where they changed what may have been said already: nothing takes it back.
   *
   * @param seen the text as it was when they began to look
   */
  clear(looked: string, seen: string, holdBack: number): boolean {
    if (!looked.startsWith(this.#cleared)) return false;
    const to = holdBack === 0 ? seen.length : this.#safeEnd(looked, seen, holdBack);
    if (to === this.#clearedTo) return true;
    const text = looked.slice(this.#cleared.length, looked.length - (seen.length - to));
    this.#runs.push({ to, text, isAsItCame: text === seen.slice(this.#clearedTo, to), isSaid: false });
    this.#cleared += text;
    this.#clearedTo = to;
    return true;
  }

  /** What is said for the piece that ends there; nothing where it stays as it came. */
  say(end: number): string | undefined {
    const run = this.#runs.find(({ to }) => end <= to);
    if (!run || run.isAsItCame) return undefined;
    const text = run.isSaid ? '' : run.text;
    run.isSaid = true;
    return text;
  }

  /** The last end of a piece behind which all stayed as it came, so that what was masked stands whole before it. */
  #safeEnd(looked: string, seen: string, holdBack: number): number {
    const most = seen.length - holdBack;
    const safe = this.ends.findLast((end) => end <= most && end > this.#clearedTo && looked.endsWith(seen.slice(end)));
    return safe ?? this.#clearedTo;
  }
}
