import { hash } from 'node:crypto';

/** Numbers in [0, 1) that are the same for the same seed, whatever else happens at once. */
export function randomOf(seed: string): () => number {
  let drawn = 0;
  return () => hash('sha256', `${seed} ${drawn++}`, 'buffer').readUInt32LE(0) / 2 ** 32;
}
