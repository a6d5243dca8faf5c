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
