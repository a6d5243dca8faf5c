import { randomUUID } from 'node:crypto';

/** Time first, so that ids made later sort later; then 80 random bits, so that nobody guesses another's id. */
export function newId(prefix: string): string {
  const time = Date.now().toString(36).padStart(9, '0');
  // The last 20 digits hold no version and all but two bits of them are random; Node keeps a pool for it.
  return `${prefix}_${time}${randomUUID().replaceAll('-', '').slice(-20)}`;
}
