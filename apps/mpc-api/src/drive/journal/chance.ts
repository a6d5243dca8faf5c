import { hash } from 'node:crypto';

const LARGEST = 2 ** 32;

/** A number in [0, 1), the same for the same seed at the same place, whatever happens at once beside it. */
export function chanceAt(seed: string, place: string): number {
  return hash('sha256', `${seed} ${place}`, 'buffer').readUInt32LE(0) / LARGEST;
}
