import { hash } from 'node:crypto';

const SYLLABLES = ['zor', 'vek', 'quil', 'dra', 'mub', 'xan', 'fip', 'gro', 'lut', 'wez', 'kor', 'jib'] as const;

/** A word that no text has by itself, the same for the same seed and attack: "Zorvekmub". */
export function canaryOf(seed: number, attackId: string): string {
  const bytes = hash('sha256', `${seed} ${attackId}`, 'buffer');
  const word = [0, 1, 2].map((at) => SYLLABLES[(bytes[at] ?? 0) % SYLLABLES.length] ?? '').join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
