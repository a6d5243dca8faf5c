import { breakPoints, type BreakKind, type BreakPoint } from './break-points.ts';
import { Columns, LINE_CHARACTERS, LINE_HALVES } from './columns.ts';

/** What is shown at once: one line or two, and how many characters that is to read. */
export interface CueText {
  readonly lines: readonly string[];
  /** Without spaces at its ends; a line break counts as a space, where it stands for any. */
  readonly characters: number;
}

/** What a cue costs that ends so: breaks between sentences cost nothing, others the more the worse they are to read. */
const CUE_END_COST: Readonly<Record<BreakKind, number>> = {
  sentence: 0,
  clause: 2,
  conjunction: 4,
  word: 10,
  dangling: 14,
  tie: 30,
  cut: 60,
};
/** A line break inside a cue is seen all at once and disturbs less. */
const LINE_END_SHARE = 0.5;
/** Each cue costs something, so that short sentences share one. */
const CUE_COST = 3;
/** A sentence that ends inside a line tears the next one. */
const INNER_SENTENCE_COST = 3;
/** Two lines of like length read best. */
const IMBALANCE_COST = 3;
/** For each second that a cue would be shown too short or too long. */
const TIME_COST = 40;

/** A cue's bounds on screen, in milliseconds: 1 to 7 s (Netflix Timed Text Style Guide, General Requirements). */
export const SHORTEST_CUE = 1000;
export const LONGEST_CUE = 7000;

/**
 * Divides a text in one line into cues of at most two lines, at the best places. Joined again, with the spaces that lay
 * between, they are the text.
 *
 * @param milliseconds how long the whole is spoken
 */
export function divide(text: string, language: string, milliseconds: number): CueText[] {
  if (text === '') return [];
  const columns = new Columns(text, language);
  const points = breakPoints(text, language, columns);
  const pace = milliseconds / Math.max(1, columns.characters(0, text.length));
  return new Division(text, columns, points, pace).cues();
}

/** The way to a point that costs least: where its last cue starts, and where that one's first line ends. */
interface Way {
  readonly cost: number;
  readonly from: number;
  readonly lineEnd: number | undefined;
}

/** The cheapest row of cues, found from the text's start on (as paragraphs are broken in TeX). */
class Division {
  readonly #text: string;
  readonly #columns: Columns;
  readonly #points: readonly BreakPoint[];
  readonly #pace: number;
  /** How many of the points up to each one end a sentence. */
  readonly #sentences: readonly number[];

  constructor(text: string, columns: Columns, points: readonly BreakPoint[], pace: number) {
    this.#text = text;
    this.#columns = columns;
    this.#points = [{ end: 0, next: 0, kind: 'sentence' }, ...points];
    this.#pace = pace;
    let sentences = 0;
    this.#sentences = this.#points.map(({ kind }) => (sentences += kind === 'sentence' ? 1 : 0));
  }

  cues(): CueText[] {
    const ways: Way[] = [{ cost: 0, from: 0, lineEnd: undefined }];
    for (let to = 1; to < this.#points.length; to += 1) ways.push(this.#bestWay(to, ways));
    const cues: CueText[] = [];
    for (let to = ways.length - 1; to > 0; to = ways[to]?.from ?? 0) cues.push(this.#cue(to, ways[to]));
    return cues.toReversed();
  }

  #bestWay(to: number, ways: readonly Way[]): Way {
    let best: Way = { cost: Infinity, from: to - 1, lineEnd: undefined };
    for (let from = to - 1; from >= 0; from -= 1) {
      const layout = this.#layout(from, to);
      if (layout === undefined) break;
      const cost = (ways[from]?.cost ?? 0) + layout.cost + this.#endCost(to) + this.#timeCost(from, to);
      if (cost < best.cost) best = { cost, from, lineEnd: layout.lineEnd };
    }
    return best;
  }

  /** The lines between two points; undefined where they would be more than two. */
  #layout(from: number, to: number): Pick<Way, 'cost' | 'lineEnd'> | undefined {
    const whole = this.#share(from, to);
    if (whole <= 1 || to === from + 1) return { cost: this.#innerCost(from, to), lineEnd: undefined };
    if (whole > MOST_SHARE) return undefined;
    let best: Pick<Way, 'cost' | 'lineEnd'> | undefined;
    for (let at = to - 1; at > from; at -= 1) {
      const [upper, lower] = [this.#share(from, at), this.#share(at, to)];
      if (lower > 1) break;
      if (upper > 1) continue;
      const cost =
        this.#endCost(at) * LINE_END_SHARE +
        Math.abs(upper - lower) * IMBALANCE_COST +
        this.#innerCost(from, at) +
        this.#innerCost(at, to);
      // Of places that are as good the first one.
      if (best === undefined || cost <= best.cost) best = { cost, lineEnd: at };
    }
    return best;
  }

  #share(from: number, to: number): number {
    return this.#columns.share(this.#next(from), this.#end(to));
  }

  #endCost(at: number): number {
    return CUE_END_COST[this.#points[at]?.kind ?? 'cut'];
  }

  #innerCost(from: number, to: number): number {
    return ((this.#sentences[to - 1] ?? 0) - (this.#sentences[from] ?? 0)) * INNER_SENTENCE_COST;
  }

  #timeCost(from: number, to: number): number {
    const shown = this.#columns.characters(this.#next(from), this.#end(to)) * this.#pace;
    const off = Math.max(0, SHORTEST_CUE - shown, shown - LONGEST_CUE);
    return CUE_COST + (Math.min(off, LONGEST_CUE) / 1000) * TIME_COST;
  }

  #cue(to: number, { from, lineEnd }: Way = { cost: 0, from: to - 1, lineEnd: undefined }): CueText {
    const ends = lineEnd === undefined ? [to] : [lineEnd, to];
    const places = ends.map((end, index) => [this.#next(ends[index - 1] ?? from), this.#end(end)] as const);
    const shown = places.map(([start, end]) => this.#columns.characters(start, end));
    const between = lineEnd === undefined ? 0 : this.#columns.characters(this.#end(lineEnd), this.#next(lineEnd));
    return {
      lines: places.map(([start, end]) => this.#text.slice(start, end)),
      characters: shown.reduce((sum, one) => sum + one, Math.min(1, between)),
    };
  }

  #next(at: number): number {
    return this.#points[at]?.next ?? 0;
  }

  #end(at: number): number {
    return this.#points[at]?.end ?? 0;
  }
}

/** Two full lines, the first of letters that count whole beside the wide ones of the second, and the space between. */
const MOST_SHARE = (2 * LINE_CHARACTERS + 1 + LINE_HALVES) / LINE_HALVES;
