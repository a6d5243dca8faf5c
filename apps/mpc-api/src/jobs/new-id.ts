import { randomBytes } from 'node:crypto';

/** Time first, so that ids made later sort later; then 80 random bits, so that nobody guesses another's id. */
export function newId(prefix: string): string {
  const time = Date.now().toString(36).padStart(9, '0');
  return `${prefix}_${time}${randomBytes(10).toString('hex')}`;
}
