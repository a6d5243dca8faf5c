import { hash, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

const SHOWN = '[redacted]';

/** A value that no log, error or JSON shows; `reveal()` stands where it is really needed and nowhere else. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

/** Compares digests, so that the time it takes tells nothing of either side's length or content. */
export function timingSafeEqualSecret(presented: string | Secret, expected: string | Secret): boolean {
  return timingSafeEqual(digest(presented), digest(expected));
}

function digest(value: string | Secret): Buffer {
  return hash('sha256', value instanceof Secret ? value.reveal() : value, 'buffer');
}
