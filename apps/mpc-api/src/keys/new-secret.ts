import { randomInt } from 'node:crypto';
import { digestOf } from '@showrunner/access';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** 256 bits. */
const LENGTH = 43;
const HINT_CHARACTERS = 4;

/** A key that nobody can guess, and what is kept of it. */
export interface NewSecret {
  readonly secret: string;
  readonly digest: string;
  readonly hint: string;
}

/** Letters and digits alone, so that it survives every shell and every header. */
export function newSecret(): NewSecret {
  const secret = `sk-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
  return { secret, digest: digestOf(secret), hint: secret.slice(-HINT_CHARACTERS) };
}
