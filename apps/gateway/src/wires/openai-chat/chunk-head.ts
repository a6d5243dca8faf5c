import { parseMapping, type Mapping } from '../../json/mapping.ts';

const FIELD = 'data: ';

/**
 * What stands before the choices of a stream's chunks: id, object, created, model. It is the same in nearly all of them,
 * and comparing it costs half of looking through it.
 */
export class ChunkHead {
  #came = '';
  /** What the caller gets for it, with the name of the event's field before it. */
  shown = '';

  /** Where a chunk that begins with the known head goes on, at its comma; -1 where it begins otherwise. */
  endIn(text: string, start: number, to: number): number {
    const end = start + this.#came.length;
    if (end === start || end >= to) return -1;
    // A slice is compared as one block of memory; `startsWith` looks at each character.
    return text.slice(start, end) === this.#came && text.startsWith(',"', end) ? end : -1;
  }

  /** What it says, read; nothing before it was learnt. */
  get members(): Mapping | undefined {
    const text = Buffer.from(this.shown.slice(FIELD.length), 'latin1').toString('utf8');
    return parseMapping(`${text}}`);
  }

  learn(came: string, shown: string): void {
    this.#came = came;
    this.shown = shown;
  }
}
