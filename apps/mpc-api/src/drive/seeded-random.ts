import { hash } from 'node:crypto';

/** Reproducible numbers in [0, 1) from a text (mulberry32, by Tommy Ettinger, public domain). */
export function seededRandom(text: string): () => number {
  let state = hash('sha256', text, 'buffer').readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
